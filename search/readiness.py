"""Whether an engine is up with the documents, as far as readers must know."""

import threading
import time

from django.db.models import Max

from core.models import ContentVersion
from search.models import SearchDocument

LOOK_EVERY = 5  # seconds
MOST_BEHIND = 60  # seconds


class Readiness:
    """Remembers for some seconds whether an engine may answer. Shared by the threads of a process.

    At first, and after each `doubt`, it must have all that the database has at that moment. From then on, what the
    database had a minute ago. It must never have anything that the database is still to write.
    """

    def __init__(self, clock=time.monotonic):
        self._clock = clock
        self._lock = threading.Lock()
        self._wanted, self._since = None, 0.0
        self._trusted = self._ready = False
        self._looks_at = float("-inf")

    def doubt(self):
        """It has been away: who knows what it missed."""
        with self._lock:
            self._wanted, self._trusted, self._ready = None, False, False
            self._looks_at = float("-inf")

    def is_ready(self, engine):
        """Whether the engine may answer. Raises EngineAway where it doesn't say what it has."""
        with self._lock:
            now = self._clock()
            if now < self._looks_at:
                return self._ready
            # The others go on with what was so, while this one looks.
            self._looks_at = now + LOOK_EVERY
        held = engine.last_version()
        written = SearchDocument.objects.aggregate(last=Max("version"))["last"] or 0
        with self._lock:
            self._ready = self._judge(held, written, now) and held <= ContentVersion.objects.number()
            return self._ready

    def _judge(self, held, written, now):
        if self._wanted is None:
            self._wanted, self._since = written, now
        if held >= self._wanted:
            self._wanted, self._since, self._trusted = written, now, True
        return self._trusted and now - self._since <= MOST_BEHIND
