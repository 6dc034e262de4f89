"""Which of very many forms are a mistake or two away from one that isn't among them, without looking at them all."""

from array import array
from bisect import bisect_left, bisect_right

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Behind every letter.
_LAST = "\U0010ffff"


class Forms:
    """`pairs` of form and the word that it's a form of. What is found are pairs of word and distance."""

    def __init__(self, pairs):
        pairs = sorted(pairs)
        self._forms = [form for form, _word in pairs]
        self._words = [word for _form, word in pairs]
        # Places of the forms in the order of their last letters.
        self._by_end = array("I", sorted(range(len(pairs)), key=self._backwards))

    def same(self, form):
        """Words of which this is a form itself."""
        return [(self._words[at], 0) for at in self._beginning(form, form)]

    def one_away(self, form):
        """Words with a form that is at most one mistake away: where half a word is wrong, the other half is right."""
        half = (len(form) - 1) // 2
        if half < 1:
            return self._near(form, range(len(self._forms)), 1)
        return self._near(form, {*self._beginning(form[:half]), *self._ending(form[-half:])}, 1)

    def two_away(self, form, first):
        """Words with a form that is at most two mistakes away and begins with one of the letters `first`."""
        return self._near(form, (at for letter in first for at in self._beginning(letter)), 2)

    def _near(self, form, places, distance):
        places = [at for at in places if abs(len(self._forms[at]) - len(form)) <= distance]
        candidates = [self._forms[at] for at in places]
        near = process.extract(form, candidates, scorer=OSA.distance, score_cutoff=distance, limit=None)
        return [(self._words[places[index]], int(far)) for _form, far, index in near]

    def _beginning(self, letters, last=None):
        """The places of the forms that begin with the letters."""
        start = bisect_left(self._forms, letters)
        return range(start, bisect_right(self._forms, last or letters + _LAST, start))

    def _ending(self, letters):
        letters = letters[::-1]
        start = bisect_left(self._by_end, letters, key=self._backwards)
        return self._by_end[start : bisect_right(self._by_end, letters + _LAST, start, key=self._backwards)]

    def _backwards(self, at):
        return self._forms[at][::-1]
