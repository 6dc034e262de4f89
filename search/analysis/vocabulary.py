"""The words of an index with their counts, and which of them are near a word that isn't among them.

Made to be held by every worker that answers searches: 100,000 words take less than 60 MB.
"""

from bisect import bisect_left

from search.analysis import bulgarian, keys
from search.analysis.languages import language
from search.analysis.nearness import Forms
from search.analysis.scripts import alike_letters, cyrillic_spellings, is_cyrillic
from search.analysis.tokens import clean, tokens

# Of stems only long ones are compared: a letter more or less makes a short one another.
SHORTEST_STEM = 7
# In a word of so many letters there may be two mistakes.
TWO_MISTAKES_FROM = 6
SHORTEST_HALF = 4
# Latin words are compared with Cyrillic ones as their likeliest readings.
READINGS = 4


def words_of(text):
    """The words of a text that a vocabulary counts, each once."""
    return {keys.plain(token.text) for token in tokens(clean(text)) if len(token.text) > 1 and not token.text.isdigit()}


class Vocabulary:
    """`counts` has the number of documents of each plain word (`words_of`)."""

    def __init__(self, counts):
        self._counts = dict(counts)
        self._written = {of: Forms((word, word) for word in counts if is_cyrillic(word) is of) for of in (True, False)}
        self._sounding = Forms((keys.sounding(word), word) for word in counts)
        commonest = {}
        for word, count in self._counts.items():
            key = _key(word)
            if key not in commonest or count > self._counts[commonest[key]]:
                commonest[key] = word
        # Keys and roots begin differently, so that one list holds both; a set of them would take ten times its memory.
        self._keys = sorted({*commonest, *map(_root, commonest.values())} - {""})
        self._stems = Forms(commonest.items())
        blunt = {}
        for word in filter(is_cyrillic, commonest.values()):
            blunt.setdefault(_without_ending(word), word)
        self._blunt = Forms(blunt.items())

    def __len__(self):
        return len(self._counts)

    def knows(self, of_word):
        """Whether a document has one of the keys; keys of roots will do."""
        return any(map(self._has, of_word))

    def known(self, of_word):
        """The keys that a document has, in their order."""
        return tuple(filter(self._has, of_word))

    def count(self, word):
        """How many documents have the word."""
        return self._counts.get(word, 0)

    def halves(self, word):
        """The two words that were written as one, or none."""
        word = keys.plain(word)
        pairs = ((word[:at], word[at:]) for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1))
        known = [pair for pair in pairs if all(half in self._counts for half in pair)]
        return max(known, key=lambda pair: min(self._counts[half] for half in pair), default=())

    def near(self, word):
        """Ways of being near a plain word, the surest first: whether it is sure, and pairs of word and distance."""
        sound, cyrillic = keys.folded(word), is_cyrillic(word)
        readings = () if cyrillic else cyrillic_spellings(word, READINGS)
        yield True, self._sounding.same(sound)
        yield True, self._written[cyrillic].one_away(word)
        yield True, (pair for reading in readings for pair in self._written[True].one_away(reading))
        yield True, self._sounding.one_away(sound)
        yield False, (pair for one in readings or (word,) for pair in self._blunt.one_away(_without_ending(one)))
        stem = _key(word)
        yield False, self._stems.one_away(stem) if len(stem) >= SHORTEST_STEM else self._stems.same(stem)
        if len(sound) >= TWO_MISTAKES_FROM:
            yield False, self._sounding.two_away(sound, alike_letters(sound[0]))
        else:
            yield False, self._sounding.one_away(sound)

    def _has(self, key):
        at = bisect_left(self._keys, key)
        return at < len(self._keys) and self._keys[at] == key


def _without_ending(word):
    """The word without an article and its last vowels: what's left of most of its forms."""
    return bulgarian.without_final_vowels(bulgarian.without_article(word)) if is_cyrillic(word) else word


def _key(word):
    return keys.stem_key(word, _language(word))


def _root(word):
    return keys.root_key(word, _language(word))


def _language(word):
    return language("bg" if is_cyrillic(word) else "en")
