"""The order in which Bulgarian readers expect words: as ICU's `bg` has it, Cyrillic before Latin."""

import unicodedata
from functools import lru_cache

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_PLACES = {letter: place for place, letter in enumerate([" ", *"0123456789", *_CYRILLIC, *_LATIN], start=1)}
_OTHER = len(_PLACES) + 1
# Letters whose mark makes them another letter of the alphabet.
_WHOLE = {"й"}
# Two hexadecimal digits a letter: such keys compare alike in Python and in any database and collation.
_KEY_LETTERS = 100
KEY_LENGTH = 2 * _KEY_LETTERS


# What topics and terms are called is sorted again and again.
@lru_cache(maxsize=5000)
def sort_key(text):
    """A key of ASCII digits and letters, at most `KEY_LENGTH` long, that orders texts as a Bulgarian reader would.

    Case, accents and punctuation don't count; digits come first, then Cyrillic, then Latin, then everything else.
    """
    letters = (base for letter in unicodedata.normalize("NFC", text).casefold() for base in _base(letter))
    places = (_PLACES.get(letter, _OTHER) for letter in " ".join("".join(letters).split())[:_KEY_LETTERS])
    return "".join(f"{place:02x}" for place in places)


@lru_cache(maxsize=1000)
def _base(letter):
    """The letter without its accents; a hyphen is a space, other punctuation is nothing."""
    if letter in _WHOLE:
        return letter
    if unicodedata.category(letter) == "Pd":
        return " "
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return "".join(part for part in plain if part.isalnum() or part.isspace())
