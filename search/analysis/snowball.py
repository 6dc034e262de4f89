"""Snowball's stemmers by the code of the language; Bulgarian isn't among them."""

import threading
from functools import lru_cache

import Stemmer

ALGORITHMS = {
    "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hu": "hungarian",
    "hy": "armenian", "it": "italian", "lt": "lithuanian", "nl": "dutch", "nb": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "tr": "turkish", "ar": "arabic", "hi": "hindi", "yi": "yiddish",
}  # fmt: skip

# One stemmer object works for one thread at a time.
_of_thread = threading.local()


def stemmer(code):
    """The function that stems a word of the language, or None where there is no algorithm for it."""
    name = ALGORITHMS.get(code)
    if name is None or name not in _available():
        return None
    return lambda word: _stemmers(name).stemWord(word)


@lru_cache(maxsize=1)
def _available():
    return frozenset(Stemmer.algorithms())


def _stemmers(name):
    held = _of_thread.__dict__
    if name not in held:
        held[name] = Stemmer.Stemmer(name)
    return held[name]
