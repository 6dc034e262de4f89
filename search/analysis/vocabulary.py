"""The words of an index with their counts, and what a misspelt word was probably meant to be.

Made to be held by every worker that answers searches: 100,000 words take less than 60 MB.
"""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import keys
from search.analysis.scripts import is_cyrillic
from search.analysis.tokens import clean, tokens

SHORTEST = 4
# In a word of so many letters there may be two mistakes.
TWO_MISTAKES_FROM = 6
# Of stems only long ones are compared: a letter more or less makes a short one another.
SHORTEST_STEM = 7
ALTERNATIVES = 3
# How many words as near as the nearest are compared.
COMPARED = 40
# Sounds mistaken for each other in writing (о/у, е/и, д/т …): a mistake among them is likelier than any other.
_ALIKE = str.maketrans("uidgvzb7", "oetkfsp6")


def words_of(text):
    """The words of a text that a vocabulary counts, each once."""
    return {keys.plain(token.text) for token in tokens(clean(text)) if len(token.text) > 1 and not token.text.isdigit()}


class _Lengths:
    """Forms by their length, each with the word that it's a form of."""

    def __init__(self):
        self._buckets = {}

    def put(self, form, word):
        forms, words = self._buckets.setdefault(len(form), ([], []))
        forms.append(form)
        words.append(word)

    def near(self, form, distance):
        """Pairs of word and distance of what is at most so far away."""
        for length in range(len(form) - distance, len(form) + distance + 1):
            if length in self._buckets:
                forms, words = self._buckets[length]
                for _, far, index in process.extract(
                    form, forms, scorer=OSA.distance, score_cutoff=distance, limit=COMPARED
                ):
                    yield words[index], int(far)


class Vocabulary:
    """`counts` has the number of documents of each plain word (`words_of`)."""

    def __init__(self, counts):
        self._counts = dict(counts)
        self._written = {True: _Lengths(), False: _Lengths()}
        self._sounding, self._stems = _Lengths(), _Lengths()
        commonest = {}
        for word, count in self._counts.items():
            self._written[is_cyrillic(word)].put(word, word)
            self._sounding.put(keys.folded(word), word)
            key = _key(word)
            if key not in commonest or count > self._counts[commonest[key]]:
                commonest[key] = word
        # Keys and roots begin differently, so that one set holds both.
        self._keys = frozenset(commonest).union(_root(word) for word in commonest.values()) - {""}
        for key, word in commonest.items():
            self._stems.put(key, word)

    def __len__(self):
        return len(self._counts)

    def knows(self, of_word):
        """Whether a document has one of the keys; keys of roots will do."""
        return not self._keys.isdisjoint(of_word)

    def known(self, of_word):
        """The keys that a document has, in their order."""
        return tuple(key for key in of_word if key in self._keys)

    def corrections(self, word):
        """Words that may be meant by one that nothing has, the likeliest first and of different stems; or none."""
        word = keys.plain(word)
        if len(word) < SHORTEST or word.isdigit():
            return ()
        return next((self._likeliest(word, found) for found in self._candidates(word) if found), ())

    def halves(self, word):
        """The two words that were written as one, or none."""
        word = keys.plain(word)
        pairs = ((word[:at], word[at:]) for at in range(SHORTEST, len(word) - SHORTEST + 1))
        known = [pair for pair in pairs if all(half in self._counts for half in pair)]
        return max(known, key=lambda pair: min(self._counts[half] for half in pair), default=())

    def _candidates(self, word):
        """Groups of {word: distance}, the surest first."""
        sound = keys.folded(word)
        yield self._meant(word, self._sounding.near(sound, 0))
        yield self._meant(word, self._written[is_cyrillic(word)].near(word, 1))
        yield self._meant(word, self._sounding.near(sound, 1))
        key = _key(word)
        if len(key) >= SHORTEST_STEM:
            yield self._meant(word, self._stems.near(key, 1), sure=False)
        if len(sound) >= TWO_MISTAKES_FROM:
            yield self._meant(word, self._sounding.near(sound, 2), sure=False)

    def _meant(self, word, near, *, sure=True):
        """Of words nearby those that can have been meant.

        Where it isn't sure, the first sound is the same, and so are most of the others.
        """
        sound = _alike(word)
        likely = {}
        for candidate, distance in near:
            other = _alike(candidate)
            alike = sound[:1] == other[:1] and (distance < 2 or OSA.distance(sound, other) <= len(sound) // 6)
            if sure or alike:
                likely[candidate] = distance
        return likely

    def _likeliest(self, word, candidates):
        sound = _alike(word)

        def rank(candidate):
            other = _alike(candidate)
            return (
                is_cyrillic(word) is not is_cyrillic(candidate),
                candidates[candidate],
                OSA.distance(sound, other),
                sound[:1] != other[:1],
                -self._counts[candidate],
                candidate,
            )

        best = sorted(candidates, key=rank)
        one_a_stem = {_key(candidate): candidate for candidate in reversed(best)}
        return tuple(candidate for candidate in best if one_a_stem[_key(candidate)] == candidate)[:ALTERNATIVES]


def _alike(word):
    return keys.folded(word).translate(_ALIKE)


def _key(word):
    return keys.canonical(word, "bg" if is_cyrillic(word) else "en")


def _root(word):
    return keys.root(word, "bg" if is_cyrillic(word) else "en")
