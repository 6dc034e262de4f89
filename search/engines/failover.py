"""Asks one engine as long as it is well, and another one otherwise."""

import logging
import threading
import time
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout

from core.breaker import Breaker
from search.engines.base import EngineAway, EngineRefuses, Finder
from search.engines.elasticsearch.connection import SECONDS_TO_ANSWER

logger = logging.getLogger(__name__)

SECONDS_OF_SILENCE = 10


class Guard:
    """What a process knows about an engine that may be away; its threads share it.

    `readiness` says whether what the engine has is fit to be shown.
    """

    def __init__(self, readiness, breaker=None):
        self.breaker = breaker or Breaker(SECONDS_OF_SILENCE)
        self._readiness = readiness

    def lets_ask(self, engine):
        """Whether to ask it now. After a failure one question may try it each few seconds."""
        if not self.breaker.closed():
            return False
        try:
            ready = self._readiness.is_ready(engine)
        except EngineAway as error:
            self.failed(error)
            return False
        self.breaker.succeed()
        return ready

    def failed(self, error):
        self.breaker.fail()
        self._readiness.doubt()
        logger.warning("Elasticsearch is away; the index of this node answers. %s", error)


class Failover(Finder):
    """For one question, however many requests it takes: `first` has a second for all of them, `second` has the rest."""

    def __init__(self, first, second, guard, seconds=SECONDS_TO_ANSWER):
        self.first, self.second, self._guard = Hurried(first, seconds), second, guard
        self._asks_first = None

    def search(self, request):
        return self._ask(lambda engine: engine.search(request))

    def suggest(self, prefixes, site_language, limit, meanings=()):
        return self._ask(lambda engine: engine.suggest(prefixes, site_language, limit, meanings))

    def last_version(self):
        return self._ask(lambda engine: engine.last_version())

    def _ask(self, question):
        if self._asks_first is None:
            self._asks_first = self._guard.lets_ask(self.first)
        if self._asks_first:
            try:
                return question(self.first)
            except EngineRefuses as error:
                logger.warning("Elasticsearch refuses a question; the index of this node answers it. %s", error)
            except EngineAway as error:
                self._asks_first = False
                self._guard.failed(error)
        return question(self.second)


class Hurried(Finder):
    """An engine that has `seconds` for everything that it is asked together; then it is away."""

    def __init__(self, engine, seconds):
        self._engine, self._left = engine, seconds

    def search(self, request):
        return self._hurry(lambda engine: engine.search(request))

    def suggest(self, prefixes, site_language, limit, meanings=()):
        return self._hurry(lambda engine: engine.suggest(prefixes, site_language, limit, meanings))

    def last_version(self):
        return self._hurry(lambda engine: engine.last_version())

    def _hurry(self, question):
        if self._left <= 0:
            raise EngineAway("It took too long.")
        begun = time.monotonic()
        try:
            return within(self._left, question, self._engine.within(self._left))
        finally:
            self._left -= time.monotonic() - begun


def within(seconds, function, *arguments):
    """What the function gives or raises; EngineAway when it takes longer, and it is left alone then.

    A socket's own time limit won't do: it begins anew with each byte that trickles in.
    """
    outcome = Future()
    call = threading.Thread(target=_settle, args=(outcome, function, arguments), name="search-question", daemon=True)
    call.start()
    try:
        return outcome.result(seconds)
    except FutureTimeout:
        raise EngineAway(f"No answer within {seconds:.1f} s.") from None


def _settle(outcome, function, arguments):
    try:
        outcome.set_result(function(*arguments))
    except Exception as error:
        outcome.set_exception(error)
