"""From what an object says to the streams of keys that engines index."""

from functools import lru_cache

from search.analysis import keys
from search.analysis.scripts import is_cyrillic
from search.analysis.stopwords import is_stop_word
from search.analysis.tokens import clean, tokens
from search.analysis.typeahead import prefix_forms

# Shorter texts are mostly what topics, terms and places are called: many documents say the same.
LONGEST_LABEL = 60


def document_streams(*, language, title, labels=(), text="", others=(), names=()):
    """The keys of a document by stream: {"title": (…), "labels": …, "text": …, "others": …, "roots": …, "prefixes": …}.

    `labels` are topics, terms and places in the language, `others` pairs of language and text for what the object says
    elsewhere, `names` more that typeahead should offer (former names, persons).
    """
    of_title, of_text = _words(title), _words(text)
    of_labels = [_read(label, language) for label in (*labels, *names)]
    shown = [*of_title, *(token for words, _keys in of_labels for token in words)]
    return {
        "title": _stream(of_title, language),
        "labels": tuple(key for _said, stream in of_labels for key in stream),
        "text": _stream(of_text, language),
        "others": tuple(key for code, other in others for key in _read(other, code)[1]),
        "roots": _roots([*shown, *of_text], language),
        "prefixes": tuple(dict.fromkeys(form for token in shown for form in prefix_forms(token.text))),
    }


def _read(text, language):
    """The words of a text and their stream."""
    return _read_label(text, language) if len(text) <= LONGEST_LABEL else _read_anew(text, language)


def _read_anew(text, language):
    words = _words(text)
    return words, _stream(words, language)


_read_label = lru_cache(maxsize=2_000)(_read_anew)


def _words(text):
    return list(tokens(clean(text)))


def _stream(words, language):
    """The keys of words: one each in their order; then of pairs; then what names and compounds are besides."""
    found, pairs, more = [], [], {}
    before = telling = None
    for token in words:
        key = keys.canonical(token.text, language)
        found.append(key)
        if token.hyphened or token.capital:
            more |= dict.fromkeys(extra_keys(token, before, language))
        before = token
        if not is_stop_word(token.text, language):
            if telling:
                pairs.append(keys.pair(telling, key))
            telling = key
    return (*found, *pairs, *more)


def extra_keys(token, before, language):
    """What else a word of a document is: a name in the other script, the second half of a compound written as one."""
    found = []
    if token.hyphened and before is not None:
        found.append(keys.canonical(before.text + token.text, language))
    if token.capital and not is_cyrillic(token.text):
        found += keys.cross_script(token.text)
    return found


def _roots(words, language):
    found = dict.fromkeys(keys.root(token.text, language) for token in words)
    found.pop("", None)
    return tuple(found)
