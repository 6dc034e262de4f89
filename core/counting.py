"""Counts in memory what readers do; a thread writes it down each minute, so that no reader waits for it.

A process that is killed loses a minute of counting, nothing else.
"""

import logging
import re
import threading
from collections import Counter
from functools import lru_cache

from django.db import DatabaseError, connections

from core.companions import Companion

logger = logging.getLogger(__name__)

EVERY = 60  # seconds
# What says itself that it is a program. Nothing else is asked of readers: no script, no cookie, no address.
PROGRAM = re.compile(r"bot|crawl|spider|slurp|preview|curl|wget|python|scan|monitor|https?:", re.IGNORECASE)

_notebooks = {}


def is_a_reader(request):
    """Whether a person seems to have asked: no program that names itself, no browser that fetches ahead, no HEAD."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    ahead = "prefetch" in request.META.get("HTTP_SEC_PURPOSE", "")
    return request.method == "GET" and bool(agent) and not ahead and not _names_itself(agent)


@lru_cache(500)
def _names_itself(agent):
    return bool(PROGRAM.search(agent))


class Notebook:
    """What was counted in this process and isn't written down yet: {key: Counter}.

    `record(noted)` writes it into the database. Of more than `most` different keys, those that came first are noted.
    """

    def __init__(self, record, *, most):
        self._record, self._most = record, most
        self._lock = threading.Lock()
        self._noted = {}

    def note(self, key, **numbers):
        """Add the `numbers` to those of `key`."""
        with self._lock:
            if key in self._noted or len(self._noted) < self._most:
                counter = self._noted.setdefault(key, Counter())
                for name, number in numbers.items():
                    counter[name] += number

    def write_down(self):
        """Write all of it into the database. What can't be written now stays noted."""
        with self._lock:
            noted, self._noted = self._noted, {}
        if not noted:
            return
        try:
            self._record(noted)
        except DatabaseError:
            for key, numbers in noted.items():
                self.note(key, **numbers)
            raise


def register(name, notebook):
    """Let a `Notebook` be written down each minute in every process that serves. Called in `AppConfig.ready()`."""
    _notebooks[name] = notebook


def write_down_all():
    """Write down every notebook; what one of them can't is logged, and tried again the next time."""
    for name, notebook in _notebooks.items():
        try:
            notebook.write_down()
        except DatabaseError:
            logger.exception("What readers do can't be counted for now: %s.", name)


class Counting(Companion):
    """Writes down each minute what was counted in this process, and once more when that ends."""

    def __init__(self):
        super().__init__("counting")

    def run(self):
        ended = False
        while not ended:
            ended = self.ending.wait(EVERY)
            try:
                write_down_all()
            finally:
                connections.close_all()
