"""A cache in Redis that may be away: then nothing is cached, and nothing breaks or waits for it."""

import logging
import time
from functools import cache

from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from core.breaker import Breaker

logger = logging.getLogger(__name__)

SECONDS_TO_ANSWER = 0.3
SECONDS_OF_SILENCE = 5
SECONDS_BETWEEN_LINES = 60


class ForgivingRedisCache(RedisCache):
    """Django's cache in Redis, in which an error is a miss. A server that hangs costs a process 0.3 s in 5.

    When something that should have been forgotten wasn't, because the server was away, everything is forgotten as soon
    as it is back: what it still has may be old.
    """

    def __init__(self, server, params):
        hurry = {
            "socket_connect_timeout": SECONDS_TO_ANSWER,
            "socket_timeout": SECONDS_TO_ANSWER,
            "retry": Retry(NoBackoff(), 0),
        }
        super().__init__(server, params | {"OPTIONS": hurry | params.get("OPTIONS", {})})
        self._server = _server(str(server))

    def add(self, key, *args, **kwargs):
        return self._try(False, super().add, key, *args, **kwargs)

    def get(self, key, default=None, version=None):
        return self._try(default, super().get, key, default, version=version)

    def set(self, key, *args, **kwargs):
        self._try(None, super().set, key, *args, **kwargs)

    def touch(self, key, *args, **kwargs):
        return self._try(False, super().touch, key, *args, **kwargs)

    def delete(self, key, version=None):
        return self._try(False, super().delete, key, version=version, forgets=True)

    def get_many(self, keys, version=None):
        return self._try({}, super().get_many, keys, version=version)

    def has_key(self, key, version=None):
        return self._try(False, super().has_key, key, version=version)

    def incr(self, key, delta=1, version=None):
        """As with every cache, ValueError when the key isn't there; also when the server isn't."""
        value = self._try(None, super().incr, key, delta, version=version, forgets=True)
        if value is None:
            raise ValueError(f"Key '{key}' is out of reach.")
        return value

    def set_many(self, data, *args, **kwargs):
        return self._try(list(data), super().set_many, data, *args, **kwargs)

    def delete_many(self, keys, version=None):
        self._try(None, super().delete_many, keys, version=version, forgets=True)

    def clear(self):
        return self._try(False, super().clear, forgets=True)

    def _try(self, miss, ask, *args, forgets=False, **kwargs):
        """What `ask` answers, or `miss` where the server doesn't. `forgets`: what it has is wrong afterwards."""
        server = self._server
        if server.breaker.closed():
            try:
                if server.owes_clearing:
                    super().clear()
                    server.owes_clearing = False
                answer = ask(*args, **kwargs)
            except (RedisError, OSError) as error:
                server.breaker.fail()
                server.tell(error)
            else:
                server.breaker.succeed()
                return answer
        if forgets:
            server.owes_clearing = True
        return miss


class _Server:
    """What this process knows about a server. Django makes a cache for each thread; they share this."""

    def __init__(self):
        self.breaker = Breaker(SECONDS_OF_SILENCE)
        self.owes_clearing = False
        self._told_at = None

    def tell(self, error):
        now = time.monotonic()
        if self._told_at is None or now - self._told_at >= SECONDS_BETWEEN_LINES:
            self._told_at = now
            logger.warning("The cache is away; pages go on without it (%s: %s).", type(error).__name__, error)


@cache
def _server(location):
    return _Server()
