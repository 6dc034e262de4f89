"""Official transliteration (Закон за транслитерацията, 2009)."""

import re

_CYRILLIC = re.compile("[\u0400-\u04ff]")

_LETTERS = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
        "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya i".split(),
        strict=True,
    )
) | dict(zip("ыэёґєіїђјљњћџ", "i e e g e i i dj j lj nj c dj".split(), strict=True))


def is_cyrillic(word):
    """Whether the word has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


def official(word):
    """A word in small Cyrillic letters in Latin ones; letters of neighbouring languages go to what is nearest."""
    if word == "българия":
        return "bulgaria"
    if len(word) > 2 and word.endswith("ия"):
        return "".join(_LETTERS.get(letter, letter) for letter in word[:-2]) + "ia"
    return "".join(_LETTERS.get(letter, letter) for letter in word)
