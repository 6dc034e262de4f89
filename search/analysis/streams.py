"""From what an object says to the streams of keys that engines index."""

from functools import lru_cache

from search.analysis import keys
from search.analysis.scripts import is_cyrillic
from search.analysis.stopwords import is_stop_word
from search.analysis.tokens import clean, tokens


def document_streams(*, language, title, labels=(), text="", others=(), names=()):
    """The keys of a document by stream: {"title": (…), "labels": …, "text": …, "others": …, "roots": …, "prefixes": …}.

    `labels` are topics, terms and places in the language, `others` pairs of language and text for what the object says
    elsewhere, `names` more that typeahead should offer (former names, persons).
    """
    title, text = clean(title), clean(text)
    labels, names = [clean(label) for label in labels], [clean(name) for name in names]
    everything = " ".join((title, *labels, *names, text))
    return {
        "title": stream(title, language),
        "labels": stream(" ".join((*labels, *names)), language),
        "text": stream(text, language),
        "others": tuple(key for code, other in others for key in stream(clean(other), code)),
        "roots": _roots(everything, language),
        "prefixes": _prefixes(" ".join((title, *labels, *names))),
    }


def stream(text, language):
    """The keys of a clean text: one a word in their order; then of pairs; then what names and compounds are besides."""
    words, pairs, more = [], [], {}
    before = telling = None
    for token in tokens(text):
        key = keys.canonical(token.text, language)
        words.append(key)
        more |= dict.fromkeys(extra_keys(token, before, language))
        before = token
        if not is_stop_word(token.text, language):
            if telling:
                pairs.append(keys.pair(telling, key))
            telling = key
    return (*words, *pairs, *more)


def extra_keys(token, before, language):
    """What else a word of a document is: a name in the other script, the second half of a compound written as one."""
    found = []
    if token.hyphened and before is not None:
        found.append(keys.canonical(before.text + token.text, language))
    if token.capital and not is_cyrillic(token.text):
        found += keys.cross_script(token.text)
    return found


def _roots(text, language):
    found = dict.fromkeys(keys.root(token.text, language) for token in tokens(text))
    found.pop("", None)
    return tuple(found)


def _prefixes(text):
    return tuple(dict.fromkeys(form for token in tokens(text) for form in prefix_forms(token.text)))


@lru_cache(maxsize=20_000)
def prefix_forms(word):
    """What a word can be begun with in typeahead: as it's written, and as it sounds."""
    plain = keys.plain(word)
    return tuple(dict.fromkeys((plain, keys.CROSS + keys.folded(word))))
