"""What a word that nobody knows was probably meant to be."""

from rapidfuzz.distance import OSA

from search.analysis import keys
from search.analysis.scripts import alike, is_cyrillic

SHORTEST = 4
ALTERNATIVES = 3
# Where two words are alike by less than their letters, at most one sound of so many is another.
SOUNDS_A_MISTAKE = 6


def corrections(word, vocabularies):
    """Words of the vocabularies that may be meant, the likeliest first and of different stems; or none."""
    word = keys.plain(word)
    if len(word) < SHORTEST or word.isdigit():
        return ()
    for ways in zip(*(vocabulary.near(word) for vocabulary in vocabularies), strict=True):
        near = {}
        for sure, pairs in ways:
            near |= {other: far for other, far in pairs if sure or _may_be(word, other, far)}
        if near:
            return _likeliest(word, near, vocabularies)
    return ()


def _may_be(word, other, distance):
    """Whether a word that isn't surely meant can be: it begins with the same sound, and most others are alike."""
    sound, of_other = _alike(word), _alike(other)
    if sound[:1] != of_other[:1]:
        return False
    return distance < 2 or OSA.distance(sound, of_other) <= len(sound) // SOUNDS_A_MISTAKE


def _likeliest(word, near, vocabularies):
    sound = _alike(word)

    def rank(other):
        of_other = _alike(other)
        return (
            is_cyrillic(word) is not is_cyrillic(other),
            near[other],
            OSA.distance(sound, of_other),
            sound[:1] != of_other[:1],
            -sum(vocabulary.count(other) for vocabulary in vocabularies),
            other,
        )

    one_a_stem = {}
    for other in sorted(near, key=rank):
        one_a_stem.setdefault(keys.canonical(other, "bg" if is_cyrillic(other) else "en"), other)
    return tuple(one_a_stem.values())[:ALTERNATIVES]


def _alike(word):
    return alike(keys.folded(word))
