"""Rows of an index, as short as a test wants them."""

from search.engines.base import Row
from search.terms import PREFIXES, Group, Query, Word


def row(number, version=1, *, language="bg", sort_key="", dated=None, facets=None, **streams):
    """A row whose streams are given as texts of keys: `title="a b"`."""
    return Row(
        id=number,
        version=version,
        site_language=language,
        kind="thing",
        text_language=language,
        streams={PREFIXES: ()} | {name: tuple(keys.split()) for name, keys in streams.items()},
        facets={name: tuple(values) for name, values in (facets or {}).items()},
        sort_key=sort_key,
        dated=dated,
    )


def word(*keys, roots=(), weight=1.0):
    return Word(keys[0] if keys else "", keys, tuple(roots), weight)


def words(*texts, needed=None, weakly=False):
    """A query for every word of `texts`, each of which is a key."""
    return Query(tuple(Group(((word(text),),)) for text in texts), needed, weakly)
