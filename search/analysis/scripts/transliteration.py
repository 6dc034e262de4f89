"""Official transliteration (Закон за транслитерацията, 2009)."""

import re

_CYRILLIC = re.compile("[\u0400-\u04ff]")

# A Bulgarian letter and what the law writes for it; then letters of neighbouring languages and what is nearest.
_TABLE = """
а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a ь y
ю yu я ya ѝ i
ы i э e ё e ґ g є e і i ї i ђ dj ј j љ lj њ nj ћ c џ dj
"""
_CELLS = _TABLE.split()
_LETTERS = dict(zip(_CELLS[::2], _CELLS[1::2], strict=True))


def is_cyrillic(word):
    """Whether the word has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


def official(word):
    """A word in small Cyrillic letters in Latin ones; any others stay."""
    if word == "българия":
        return "bulgaria"
    if len(word) > 2 and word.endswith("ия"):
        return "".join(_LETTERS.get(letter, letter) for letter in word[:-2]) + "ia"
    return "".join(_LETTERS.get(letter, letter) for letter in word)
