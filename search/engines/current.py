"""The engine of this node."""

from functools import cache

from django.conf import settings

from search.engines.embedded import EmbeddedEngine


def embedded_engine():
    """The index in this node's `SEARCH_INDEX_DIR`, the same throughout the process."""
    return _engine(settings.SEARCH_INDEX_DIR)


@cache
def _engine(path):
    return EmbeddedEngine(path)
