"""The engines that tests compare, each empty: the two of the site, and one of a few lines that is plainly right."""

import secrets
from contextlib import contextmanager
from functools import cache

import pytest

from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from tests.search.reference import ReferenceEngine
from tests.services import elasticsearch

# Parameters of a fixture that gives a test each of them.
NAMES = ["embedded", "reference", pytest.param("elasticsearch", marks=pytest.mark.services)]
# Machines for tests may be busy.
PATIENCE = 30

server = cache(elasticsearch.wait)


@contextmanager
def empty_elasticsearch(**options):
    """An engine on the real server, without an index; what it gets there is removed afterwards."""
    engine = ElasticsearchEngine(server(), f"test-{secrets.token_hex(6)}", **{"seconds": PATIENCE} | options)
    try:
        yield engine
    finally:
        engine.remove()


@contextmanager
def empty(name, folder):
    """The engine with that name; what needs a folder has one in `folder`."""
    if name == "elasticsearch":
        with empty_elasticsearch() as engine:
            yield engine
    else:
        yield EmbeddedEngine(folder / "index") if name == "embedded" else ReferenceEngine()
