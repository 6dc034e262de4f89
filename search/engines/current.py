"""The engines of this node: those that mirror the documents, and the one that is asked."""

from functools import cache

from django.conf import settings

from search.engines.elasticsearch import Connection, ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.failover import Failover, Guard
from search.readiness import Readiness


def embedded_engine():
    """The index in this node's `SEARCH_INDEX_DIR`, the same throughout the process."""
    return _embedded(settings.SEARCH_INDEX_DIR)


def elasticsearch_engine():
    """The index on the server of `SEARCH_ELASTICSEARCH`, or None where the site has no such server."""
    if not settings.SEARCH_ELASTICSEARCH:
        return None
    connection = dict(settings.SEARCH_ELASTICSEARCH)
    name = connection.pop("index")
    return ElasticsearchEngine(Connection(**connection), name)


def elasticsearch_guard():
    """What this process knows about the server's state; None where there is no server."""
    engine = elasticsearch_engine()
    return _guard(engine.connection, engine.name) if engine else None


def answering_engine():
    """The engine for one question of a reader: Elasticsearch while it is well, or else the index of this node."""
    first = elasticsearch_engine()
    return Failover(first, embedded_engine(), elasticsearch_guard()) if first else embedded_engine()


@cache
def _embedded(path):
    return EmbeddedEngine(path)


@cache
def _guard(_connection, _name):
    return Guard(Readiness())
