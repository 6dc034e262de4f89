"""Engines with an empty index of their own, which is thrown away afterwards."""

import secrets
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from search.engines.base import EngineAway
from search.engines.current import elasticsearch_engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.connection import SECONDS_TO_WORK
from search.engines.embedded import EmbeddedEngine


@contextmanager
def _embedded():
    with TemporaryDirectory(prefix="search-evaluation-") as folder:
        yield EmbeddedEngine(folder)


@contextmanager
def _elasticsearch():
    ours = elasticsearch_engine()
    if ours is None:
        raise EngineAway("SEARCH_ELASTICSEARCH_URL names no server.")
    name = f"{ours.name}-evaluation-{secrets.token_hex(6)}"
    engine = ElasticsearchEngine(ours.connection, name, seconds=SECONDS_TO_WORK)
    try:
        yield engine
    finally:
        engine.remove()


THROWAWAY = {"embedded": _embedded, "elasticsearch": _elasticsearch}
