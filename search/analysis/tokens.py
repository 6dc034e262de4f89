"""From text to words with their places in it."""

import html
import re
import unicodedata
from typing import NamedTuple

# Letters and digits of any script, with the marks that stand on them (a stress on "ва̀жно").
_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*")
# What no reader sees: soft hyphens, characters of no width, controls (but for white space).
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
# What an English apostrophe leaves: people's, don't, we'll.
_AFTER_APOSTROPHE = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))
_APOSTROPHES = frozenset("'’ʼ`")
_HYPHENS = frozenset("-‐‑")
# Longer "words" are no words; their beginning is enough to find them by.
LONGEST = 48
# HTML written for HTML ("&amp;lt;") stays what it says.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class Token(NamedTuple):
    """A word in small letters, where it stands, and whether a hyphen joins it to the word before."""

    text: str
    start: int
    end: int
    hyphened: bool = False
    capital: bool = False


def clean(text):
    """The text as readers see it: entities are characters, letters are composed, nothing invisible is left.

    Everything else in the analysis takes text that came through here, once.
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def tokens(text):
    """The words of a clean text, in their order."""
    last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        written = found[0]
        word = written.lower()[:LONGEST]
        # What joins two words is one sign.
        joint = text[last] if last and start == last + 1 else " "
        last = end
        if joint in _APOSTROPHES and word in _AFTER_APOSTROPHE:
            continue
        yield Token(word, start, end, joint in _HYPHENS, written[0].isupper())
