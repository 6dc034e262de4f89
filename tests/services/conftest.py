"""A site that has an Elasticsearch, with a proxy before it that fails on demand."""

import secrets
from urllib.parse import urlsplit

import pytest

from search.engines.current import elasticsearch_engine, elasticsearch_guard
from tests.search.engines import PATIENCE, server
from tests.services.proxy import Proxy


@pytest.fixture(scope="session")
def elasticsearch_address():
    return urlsplit(server().urls[0])


@pytest.fixture
def proxy(elasticsearch_address):
    proxy = Proxy(elasticsearch_address.hostname, elasticsearch_address.port)
    yield proxy
    proxy.behave()
    proxy.stop()


@pytest.fixture
def elasticsearch(settings, proxy):
    """The site's index on the server, reached through the proxy; nothing is there yet."""
    settings.SEARCH_ELASTICSEARCH = {"urls": (proxy.url,), "index": f"test-{secrets.token_hex(6)}"}
    settings.TASKS = {"default": {"BACKEND": "core.jobs.backend.JobBackend"}}
    engine = elasticsearch_engine().within(PATIENCE)
    yield engine
    proxy.behave()
    engine.remove()


@pytest.fixture
def guard(elasticsearch):
    """What this process knows about the server."""
    return elasticsearch_guard()
