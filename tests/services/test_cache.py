"""The cache in a real Redis that goes, comes back, and may hang."""

import socket
import time

import pytest

from core.breaker import Breaker
from core.forgiving_cache import ForgivingRedisCache
from tests.services import redis

pytestmark = pytest.mark.services


@pytest.fixture
def server():
    with redis.server() as server:
        yield server


@pytest.fixture
def cache(server):
    """One that asks again at once after a failure."""
    cache = ForgivingRedisCache(server.url, {})
    cache._server.breaker = Breaker(seconds=0)
    return cache


def test_it_caches_as_djangos_own_does(cache):
    assert cache.add("a", 1)
    assert not cache.add("a", 2)
    assert cache.incr("a") == 2
    cache.set_many({"b": [1], "c": None})
    assert cache.get_many(["a", "b"]) == {"a": 2, "b": [1]}
    assert cache.get("c", "nothing") is None
    assert cache.delete("a")
    assert cache.get("a") is None
    assert cache.clear()
    assert cache.get("b") is None


def test_a_key_that_is_not_there_cannot_be_counted(cache):
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


def test_it_caches_again_when_redis_is_back(cache, server):
    cache.set("a", 1)
    server.stop()
    assert cache.get("a") is None
    server.start()
    assert cache.get("a") == 1


def test_what_should_have_been_forgotten_meanwhile_is_forgotten_with_everything_else(cache, server):
    cache.set_many({"a": 1, "b": 1})
    server.stop()
    cache.delete("a")
    server.start()
    assert cache.get_many(["a", "b"]) == {}


def test_a_server_that_hangs_costs_one_short_wait():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        cache = ForgivingRedisCache(f"redis://127.0.0.1:{silent.getsockname()[1]}/1", {})
        began = time.perf_counter()
        for _question in range(20):
            assert cache.get("a") is None
        assert time.perf_counter() - began < 0.5
