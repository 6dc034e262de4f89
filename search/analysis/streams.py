"""From what an object says to the streams of keys that engines index."""

from search.analysis import keys
from search.analysis.scripts import is_cyrillic
from search.analysis.stopwords import is_stop_word
from search.analysis.tokens import clean, tokens
from search.analysis.typeahead import prefix_forms


def document_streams(*, language, title, labels=(), text="", others=(), names=()):
    """The keys of a document by stream: {"title": (…), "labels": …, "text": …, "others": …, "roots": …, "prefixes": …}.

    `labels` are topics, terms and places in the language, `others` pairs of language and text for what the object says
    elsewhere, `names` more that typeahead should offer (former names, persons).
    """
    of_title, of_text = _words(title), _words(text)
    of_labels = [_words(label) for label in (*labels, *names)]
    shown = [*of_title, *(token for of_label in of_labels for token in of_label)]
    return {
        "title": _stream(of_title, language),
        "labels": tuple(key for of_label in of_labels for key in _stream(of_label, language)),
        "text": _stream(of_text, language),
        "others": tuple(key for code, other in others for key in _stream(_words(other), code)),
        "roots": _roots([*shown, *of_text], language),
        "prefixes": tuple(dict.fromkeys(form for token in shown for form in prefix_forms(token.text))),
    }


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
