"""What the analysis knows of each language; a new one needs its code alone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from search.analysis import bulgarian, english, snowball
from search.analysis.scripts import is_cyrillic

# Always understood: Cyrillic words as Bulgarian, Latin ones as English.
AT_HOME = ("bg", "en")
_CYRILLIC_CODES = frozenset(("bg", "ru", "uk", "be", "mk", "sr"))


@dataclass(frozen=True)
class Language:
    """How words of a language become stems and roots, given in small letters without accents."""

    code: str
    cyrillic: bool
    stem: Callable[[str], str]
    root: Callable[[str], str]


def _unchanged(word):
    return word


def language(code):
    """The language of the code ("pt-br" is "pt"): our own rules, else Snowball's, else words stay as they are."""
    return _language(code.lower().split("-")[0])


@lru_cache(maxsize=64)
def _language(code):
    if code == "bg":
        return Language(code, True, bulgarian.stem, bulgarian.root)
    if code == "en":
        return Language(code, False, english.stem, english.root)
    stem = snowball.stemmer(code) or _unchanged
    return Language(code, code in _CYRILLIC_CODES, stem, stem)


def reading(word, codes):
    """The languages among `codes` that a word may be of by its script, those at home included, each once."""
    cyrillic = is_cyrillic(word)
    return tuple(dict.fromkeys(known for known in map(language, (*codes, *AT_HOME)) if known.cyrillic is cyrillic))
