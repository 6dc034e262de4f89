"""Counts the words anew where documents changed, little by little, beside the following of the index."""

import time

from search.words import counting, state, words_file, write_words, written_state

# Seconds between the beginnings of two counts.
ONCE_IN = 60
# After a step it rests this many times as long as that took: a tenth of the time is counting.
REST = 9


class WordKeeping:
    """Keeps this node's words up with the documents. `now` gives seconds."""

    def __init__(self, now=time.monotonic):
        self._now = now
        self._counting, self._state = None, None
        self._looks_at = self._may_begin_at = float("-inf")

    def step(self):
        """Count a little if it's time for that; returns whether anything was counted."""
        begun = self._now()
        if begun < self._looks_at or (self._counting is None and not self._begin(begun)):
            return False
        counts = next(self._counting)
        if counts is not None:
            write_words(words_file(), self._state, counts)
            self._counting = None
        ended = self._now()
        self._looks_at = ended + REST * (ended - begun)
        return True

    def _begin(self, now):
        """Whether a count begins: it's due, and the words in the file are of other documents."""
        if now < self._may_begin_at:
            return False
        self._may_begin_at = now + ONCE_IN
        self._state = state()
        if written_state(words_file()) == self._state:
            return False
        self._counting = counting()
        return True
