"""What the beginning of a word can be the beginning of, in either script."""

from functools import lru_cache

from search.analysis import keys
from search.analysis.scripts import cyrillic_spellings, is_cyrillic
from search.analysis.stopwords import STOP_WORDS, is_stop_word
from search.analysis.tokens import clean, tokens

MOST_WORDS = 8
READINGS = 8


@lru_cache(maxsize=20_000)
def prefix_forms(word):
    """What a document's word can be begun with: as it's written, and as it sounds."""
    return tuple(dict.fromkeys((keys.plain(word), keys.CROSS + keys.folded(word))))


def typed_prefixes(text):
    """For each word that a reader has begun to type, the beginnings to look for, as it's written first.

    An engine's `suggest` takes them. Small words count for nothing but for the last, which may become a longer one.
    """
    return tuple(map(_beginnings, telling_words(text)))


def telling_words(text):
    """The words of `typed_prefixes`, as they are typed."""
    words = list(dict.fromkeys(token.text for token in tokens(clean(text))))
    telling = [word for word in words[:-1] if not any(is_stop_word(word, code) for code in STOP_WORDS)]
    return (*telling, *words[-1:])[:MOST_WORDS]


def _beginnings(word):
    plain = keys.plain(word)
    readings = () if is_cyrillic(plain) else cyrillic_spellings(plain, READINGS)
    return tuple(dict.fromkeys((*prefix_forms(word), *(keys.CROSS + keys.folded(reading) for reading in readings))))
