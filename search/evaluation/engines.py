"""Engines with an empty index of their own, which is thrown away afterwards."""

from contextlib import contextmanager
from tempfile import TemporaryDirectory

from search.engines.embedded import EmbeddedEngine


@contextmanager
def _embedded():
    with TemporaryDirectory(prefix="search-evaluation-") as folder:
        yield EmbeddedEngine(folder)


THROWAWAY = {"embedded": _embedded}
