"""Latin letters for Bulgarian text, and the addresses made of them.

The table is that of the Transliteration Act (State Gazette 19/2009, art. 4–6): its letters, „ия“ at the end of a word
as "ia", „България“ as "Bulgaria". The browser gets the same table as rules (`browser_rules`), so that the address which
the admin proposes is the one that `slugify` gives.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

MAX_LENGTH = 255

BULGARIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya",
}  # fmt: skip

# Letters of neighbours, which the Act doesn't speak of.
OTHER_CYRILLIC = {
    "ѝ": "i", "ѐ": "e", "ё": "yo", "ы": "y", "э": "e", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ѓ": "g", "ђ": "dj",
    "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ќ": "k", "ў": "u", "џ": "dz",
}  # fmt: skip

LETTERS = BULGARIAN | OTHER_CYRILLIC

_WORD = "0-9A-Za-zÀ-ɏЀ-ӿ"
_END_OF_WORD = f"(?![{_WORD}])"
_START_OF_WORD = f"(?<![{_WORD}])"

# (pattern, Latin) in the order of their use, for text in small letters. Both Python and JavaScript read them.
WHOLE_WORDS = [(f"{_START_OF_WORD}българия{_END_OF_WORD}", "bulgaria"), (f"ия{_END_OF_WORD}", "ia")]

_DASHES = "‐-―−"
_COMBINING = "̀-ͯ"


def transliterate(text):
    """`text` with its Cyrillic letters in Latin, capitals kept: „Щъркел“ is "Shtarkel", „ЩЪРКЕЛ“ is "SHTARKEL"."""
    text = unicodedata.normalize("NFC", text)
    for pattern, latin in WHOLE_WORDS:
        text = re.sub(pattern, lambda match, latin=latin: _like(match[0], latin), text, flags=re.IGNORECASE)
    return "".join(_letter(text, position) for position in range(len(text)))


@lru_cache(maxsize=1024)
def slugify(text):
    """The part of an address that stands for `text`: small Latin letters, digits and hyphens; may be empty."""
    text = unicodedata.normalize("NFC", text).lower()
    for pattern, latin in _rules():
        text = re.sub(pattern, latin, text)
    text = re.sub(r"[^\w\s-]", "", anyascii(text).lower())
    return re.sub(r"[-\s]+", "-", text).strip("-_")[:MAX_LENGTH].rstrip("-_")


def browser_rules():
    """The table for Wagtail's slug input: (pattern, replacement, flags of JavaScript), in the order of their use."""
    return [(pattern, latin, "giu") for pattern, latin in _rules()]


def _rules():
    return [
        *WHOLE_WORDS,
        *_COMPOSED,
        *LETTERS.items(),
        *_LATIN,
        (f"[{_COMBINING}]", ""),
        (f"[{_DASHES}]", "-"),
    ]


def _letter(text, position):
    letter = text[position]
    latin = LETTERS.get(letter.lower())
    if latin is None:
        return letter
    if letter.islower() or len(latin) == 1:
        return latin if letter.islower() else latin.upper()
    neighbour = text[position + 1 : position + 2] or text[max(position - 1, 0) : position]
    if not neighbour.isalpha():
        neighbour = text[max(position - 1, 0) : position]
    return latin.upper() if neighbour.isupper() else latin.capitalize()


def _like(original, latin):
    """`latin` with the capitals of the Cyrillic `original`."""
    if original.isupper():
        return latin.upper()
    return latin.capitalize() if original[0].isupper() else latin


def _latin_rules():
    """Accented Latin letters without their accents, one rule for all that become the same."""
    special = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
    by_base = {}
    for code in range(0xDF, 0x180):
        letter = chr(code)
        base = special.get(letter) or unicodedata.normalize("NFKD", letter)[0]
        if letter.islower() and base.isascii() and base.isalpha() and base != letter:
            by_base.setdefault(base, []).append(letter)
    return [(f"[{''.join(letters)}]", base) for base, letters in by_base.items()]


_LATIN = _latin_rules()
# The same letters written as a letter and an accent, before the accents go.
_COMPOSED = [(unicodedata.normalize("NFD", letter), latin) for letter, latin in LETTERS.items()
             if len(unicodedata.normalize("NFD", letter)) > 1]  # fmt: skip
