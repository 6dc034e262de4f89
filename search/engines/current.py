"""The engines of this node: the one that mirrors, and the one that is asked."""

from functools import cache

from django.conf import settings

from search.engines.embedded import EmbeddedEngine


def embedded_engine():
    """The index in this node's `SEARCH_INDEX_DIR`, the same throughout the process."""
    return _engine(settings.SEARCH_INDEX_DIR)


def answering_engine():
    """The engine that readers' questions go to."""
    return embedded_engine()


@cache
def _engine(path):
    return EmbeddedEngine(path)
