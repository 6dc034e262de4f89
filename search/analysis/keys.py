"""From a word to the keys that stand for it in an index.

A Cyrillic word's key is its stem in the sounds of both scripts, behind `CROSS`; a Latin word's is its stem. Roots stand
behind `ROOT`, so that none is ever taken for a stem. A key has no white space.
"""

import re
from functools import lru_cache

from search.analysis.languages import language, reading
from search.analysis.scripts import cyrillic_spellings, fold, is_cyrillic, official, strip_marks

CROSS = "0"
ROOT = "1"
# Between the keys of two words that follow each other; no word has it.
PAIR = "_"
# Cyrillic readings of a Latin word that a document's name gets: it's written officially there.
READINGS = 2
# Of a query's word when roots are looked for; they meet more easily than stems.
ROOT_READINGS = 8

_LATIN = re.compile("[a-z]")
# Latin letters that slip into Cyrillic words because they look alike.
_LOOKALIKES = str.maketrans("aeopcxykmtbhi", "аеорсхукмтвні")
_LOOKALIKES[ord("h")] = "н"
_LOOKALIKES[ord("i")] = "и"


@lru_cache(maxsize=20_000)
def plain(word):
    """The word in small letters without accents, in one script if it's meant to be."""
    word = strip_marks(word)
    return word.translate(_LOOKALIKES) if is_cyrillic(word) and _LATIN.search(word) else word


@lru_cache(maxsize=20_000)
def canonical(word, code):
    """The one key of a word in a text of the language."""
    return stem_key(plain(word), reading(word, (code,))[0])


def stem_key(word, of):
    """The key of a plain word read in the language."""
    if of.cyrillic:
        return CROSS + fold(official(of.stem(word)))
    return of.stem(word) if _LATIN.search(word) else word


def root_key(word, of):
    """The key of a plain word's root; none for numbers and short words, which have no derivation."""
    if len(word) < 4 or word.isdigit():
        return ""
    return ROOT + (fold(official(of.root(word))) if of.cyrillic else of.root(word))


@lru_cache(maxsize=20_000)
def root(word, code):
    """The root's key of a word in a text of the language, or ""."""
    return root_key(plain(word), reading(word, (code,))[0])


@lru_cache(maxsize=20_000)
def cross_script(word):
    """Keys of what a Latin word may be in Cyrillic; for the names in documents."""
    bulgarian = language("bg")
    return tuple(dict.fromkeys(stem_key(spelling, bulgarian) for spelling in cyrillic_spellings(plain(word), READINGS)))


@lru_cache(maxsize=20_000)
def query_keys(word, codes):
    """All keys that a word of a query may have in a document, the likeliest first: (key, ...)."""
    word = plain(word)
    keys = [stem_key(word, of) for of in reading(word, codes)]
    if not is_cyrillic(word) and _LATIN.search(word):
        bulgarian = language("bg")
        keys += [stem_key(spelling, bulgarian) for spelling in cyrillic_spellings(word)]
    return tuple(dict.fromkeys(keys))


@lru_cache(maxsize=20_000)
def query_roots(word, codes):
    """All keys that the roots of a query's word may have."""
    word = plain(word)
    keys = [root_key(word, of) for of in reading(word, codes)]
    if not is_cyrillic(word) and _LATIN.search(word):
        bulgarian = language("bg")
        keys += [root_key(spelling, bulgarian) for spelling in cyrillic_spellings(word, ROOT_READINGS)]
    return tuple(key for key in dict.fromkeys(keys) if key)


def pair(first, second):
    """The key of two words that follow each other, small words between them aside."""
    return first + PAIR + second


@lru_cache(maxsize=20_000)
def folded(word):
    """The word as it sounds, whole: where a misspelt word and the right one come near, whatever their scripts."""
    return sounding(plain(word))


def sounding(word):
    """The same of a plain word."""
    return fold(official(word)) if is_cyrillic(word) else fold(word)
