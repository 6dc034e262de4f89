"""Notes in memory what readers search for; a thread writes it down each minute, so that no search waits for it."""

import logging
import re
import threading
from dataclasses import dataclass

from django.db import DatabaseError, connections
from django.utils import timezone

from core.companions import Companion
from search.recording import record

logger = logging.getLogger(__name__)

EVERY = 60  # seconds
# Of more different queries in a minute, those that came first are counted.
MOST_NOTED = 500
# What says itself that it is a program. Nothing else is asked of readers: no script, no cookie, no address.
PROGRAM = re.compile(r"bot|crawl|spider|slurp|preview|curl|wget|python|scan|monitor|https?:", re.IGNORECASE)
# An address or a number of somebody, which is nobody's business.
PERSONAL = re.compile(r"@|\d(?:[\s()/+.-]*\d){6}")


@dataclass
class Asks:
    """How often something was asked since it was last written down."""

    asked: int = 0
    failed: int = 0
    weak: int = 0


class Notebook:
    """What was asked in this process and isn't written down yet: {(day, language, text): Asks}."""

    def __init__(self):
        self._lock = threading.Lock()
        self._noted = {}

    def note(self, key, *, failed=0, weak=0, asked=1):
        with self._lock:
            if key in self._noted or len(self._noted) < MOST_NOTED:
                asks = self._noted.setdefault(key, Asks())
                asks.asked += asked
                asks.failed += failed
                asks.weak += weak

    def write_down(self):
        """Write all of it into the database. What can't be written now stays noted."""
        with self._lock:
            noted, self._noted = self._noted, {}
        try:
            record(noted)
        except DatabaseError:
            for key, asks in noted.items():
                self.note(key, asked=asks.asked, failed=asks.failed, weak=asks.weak)
            raise


notebook = Notebook()


def count_search(request, found):
    """Count a reader's search: the first page of one that nothing narrows, unless it's a program's or personal."""
    asked = found.asked
    if not asked.text or asked.chosen or asked.exactly or found.number > 1 or PERSONAL.search(asked.text):
        return
    if _is_a_reader(request):
        failed = not found.total
        weak = not failed and all(hit.weak for hit in found.hits)
        notebook.note((timezone.localdate(), asked.language, asked.text), failed=failed, weak=weak)


def _is_a_reader(request):
    agent = request.headers.get("User-Agent", "")
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    return request.method == "GET" and bool(agent) and not ahead and not PROGRAM.search(agent)


class Counting(Companion):
    """Writes down each minute what was asked in this process, and once more when that ends."""

    def __init__(self):
        super().__init__("search-counting")

    def run(self):
        ended = False
        while not ended:
            ended = self.ending.wait(EVERY)
            try:
                notebook.write_down()
            except DatabaseError:
                logger.exception("Searches can't be counted for now.")
            finally:
                connections.close_all()
