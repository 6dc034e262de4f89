"""The words of an index with their counts, and which of them are near a word that isn't among them.

Made to be held by every worker that answers searches: 100,000 words take less than 60 MB.
"""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import bulgarian, keys
from search.analysis.scripts import cyrillic_spellings, is_cyrillic
from search.analysis.tokens import clean, tokens

# How many words as near as the nearest are compared.
COMPARED = 40
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
        self._sounding, self._stems, self._blunt = _Lengths(), _Lengths(), _Lengths()
        commonest = {}
        for word, count in self._counts.items():
            self._written[is_cyrillic(word)].put(word, word)
            self._sounding.put(keys.folded(word), word)
            key = _key(word)
            if key not in commonest or count > self._counts[commonest[key]]:
                commonest[key] = word
        # Keys and roots begin differently, so that one set holds both.
        self._keys = frozenset(commonest).union(_root(word) for word in commonest.values()) - {""}
        blunt = {}
        for key, word in commonest.items():
            self._stems.put(key, word)
            if is_cyrillic(word):
                blunt.setdefault(_without_ending(word), word)
        for form, word in blunt.items():
            self._blunt.put(form, word)

    def __len__(self):
        return len(self._counts)

    def knows(self, of_word):
        """Whether a document has one of the keys; keys of roots will do."""
        return not self._keys.isdisjoint(of_word)

    def known(self, of_word):
        """The keys that a document has, in their order."""
        return tuple(key for key in of_word if key in self._keys)

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
        yield True, self._sounding.near(sound, 0)
        yield True, self._written[cyrillic].near(word, 1)
        yield True, (pair for reading in readings for pair in self._written[True].near(reading, 1))
        yield True, self._sounding.near(sound, 1)
        yield False, (pair for one in readings or (word,) for pair in self._blunt.near(_without_ending(one), 1))
        yield False, self._stems.near(_key(word), 1 if len(_key(word)) >= SHORTEST_STEM else 0)
        yield False, self._sounding.near(sound, 2 if len(sound) >= TWO_MISTAKES_FROM else 1)


def _without_ending(word):
    """The word without an article and its last vowels: what's left of most of its forms."""
    return bulgarian.without_final_vowels(bulgarian.without_article(word)) if is_cyrillic(word) else word


def _key(word):
    return keys.canonical(word, "bg" if is_cyrillic(word) else "en")


def _root(word):
    return keys.root(word, "bg" if is_cyrillic(word) else "en")
