"""Choices that look free and are not: the same text always falls the same way."""

import hashlib


class Dice:
    """A stream of small numbers from a text; not random, only well mixed."""

    def __init__(self, text):
        self._pool = hashlib.sha256(text.encode()).digest() + hashlib.sha256(text[::-1].encode()).digest()
        self._at = 0

    def pick(self, options):
        """One of `options`, the next number's."""
        self._at += 1
        return options[self._pool[self._at % len(self._pool)] % len(options)]

    def place(self, places):
        """One of up to 2³² `places`; asks a part of the stream of its own, whatever was picked before."""
        return places[int.from_bytes(self._pool[8:12], "big") % len(places)]
