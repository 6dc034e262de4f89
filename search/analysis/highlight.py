"""Marks what was looked for, with the analysis that finds it: other forms, spellings and synonyms are marked too.

All that comes out is HTML in which everything but `<mark>` was escaped.
"""

from dataclasses import dataclass
from html import escape

from search.analysis import keys
from search.analysis.stopwords import is_stop_word
from search.analysis.streams import extra_keys
from search.analysis.tokens import clean, tokens
from search.analysis.typeahead import prefix_forms

WIDTH = 220
# A snippet begins a little before its first mark.
LEAD = 40


@dataclass(frozen=True)
class Wanted:
    """The keys that a query looks for, and the roots that will do."""

    keys: frozenset[str]
    roots: frozenset[str]

    @classmethod
    def of(cls, query):
        words = [word for group in query.groups for phrase in group.phrases for word in phrase]
        return cls(
            frozenset(key for word in words for key in word.keys),
            frozenset(root for word in words for root in word.roots),
        )


@dataclass(frozen=True)
class Mark:
    """Where a word that was looked for stands, and by what key."""

    start: int
    end: int
    key: str


def marked(text, wanted, language):
    """The whole text with its marks."""
    text = clean(text)
    return _html(text, 0, len(text), marks(text, wanted, language))


def begun(text, prefixes):
    """The whole text with what its words begin with of `typed_prefixes` marked, and how many of these it has.

    Where a word was begun in the other script, the whole of it is marked.
    """
    text = clean(text)
    had, found = set(), []
    for token in tokens(text):
        fitting = {n: mark for n, forms in enumerate(prefixes) if (mark := _beginning(token, forms))}
        found += [max(fitting.values(), key=lambda mark: mark.end)] if fitting else []
        had |= fitting.keys()
    return _html(text, 0, len(text), found), len(had)


def snippet(text, wanted, language, width=WIDTH):
    """The part of the text, of about `width` letters, that has most of what was looked for; else its beginning."""
    text = " ".join(clean(text).split())
    found = marks(text, wanted, language)
    start, end = _window(text, found, width)
    html = _html(text, start, end, [mark for mark in found if mark.start >= start and mark.end <= end])
    return ("…" if start else "") + html + ("…" if end < len(text) else "")


def marks(text, wanted, language):
    """What a clean text has of what was looked for, in its order: by stems, or if there are none by roots."""
    return _by_stem(text, wanted.keys, language) or _by_root(text, wanted.roots, language)


def _by_stem(text, of_query, language):
    found = {}
    before = telling = None
    for token in tokens(text):
        key = keys.canonical(token.text, language)
        for one in (key, *extra_keys(token, before, language)):
            if one in of_query:
                found[token.start] = Mark(token.start, token.end, one)
        before = token
        if is_stop_word(token.text, language):
            continue
        if telling and keys.pair(telling.key, key) in of_query:
            found.setdefault(telling.start, telling)
            found.setdefault(token.start, Mark(token.start, token.end, key))
        telling = Mark(token.start, token.end, key)
    return sorted(found.values(), key=lambda mark: mark.start)


def _by_root(text, of_query, language):
    rooted = ((token, keys.root(token.text, language)) for token in tokens(text))
    return [Mark(token.start, token.end, root) for token, root in rooted if root in of_query]


def _beginning(token, prefixes):
    """The mark of a word that begins with one of the prefixes, or None."""
    written, sound = prefix_forms(token.text)
    if written.startswith(prefixes[0]):
        return Mark(token.start, min(token.start + len(prefixes[0]), token.end), prefixes[0])
    return next((Mark(token.start, token.end, prefix) for prefix in prefixes if sound.startswith(prefix)), None)


def _window(text, found, width):
    """Where to begin and end: most different keys first, then most marks, then the earliest."""
    if len(text) <= width:
        return 0, len(text)
    begin = max((mark.start for mark in found), key=lambda start: _worth(found, start, width), default=0)
    start = max(0, min(begin - LEAD, len(text) - width))
    if start:
        start = text.find(" ", start, begin) + 1 or begin
    end = start + width
    if end < len(text):
        last = max((mark.end for mark in found if mark.end <= end), default=start)
        end = max(text.rfind(" ", start, end), last)
    return start, min(end, len(text)) if end > start else start + width


def _worth(found, start, width):
    inside = [mark for mark in found if start <= mark.start and mark.end <= start + width - LEAD]
    return len({mark.key for mark in inside}), len(inside), -start


def _html(text, start, end, found):
    parts, at = [], start
    for mark in found:
        parts += (escape(text[at : mark.start]), "<mark>", escape(text[mark.start : mark.end]), "</mark>")
        at = mark.end
    return "".join((*parts, escape(text[at:end])))
