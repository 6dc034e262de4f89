"""Background work inside the process of `make run`: one thread runs jobs, and looks at the clock twice a minute."""

import logging
import queue
import threading
import time
from functools import partial

from django.db import DatabaseError, close_old_connections, connections

from core.jobs import periodic, wakes
from core.jobs.execution import run_job
from core.jobs.runners import Runner

logger = logging.getLogger(__name__)

SECONDS_TO_END = 10
_work = queue.SimpleQueue()
_END = object()


class ThreadRunner(Runner):
    """Leaves jobs to this process's worker thread. Where none runs (other commands), they wait for one that does."""

    def hand_out(self, jobs):
        for job in jobs:
            _work.put(partial(run_job, job.pk))
        return jobs

    def wake(self, name, *, queue, times):
        # There is one thread: once is enough.
        _work.put(partial(wakes.answer, name))


class WorkerThread(threading.Thread):
    """Runs jobs one by one and, twice a minute, what is due by the clock."""

    def __init__(self, delay=1.0):
        super().__init__(name="background-work", daemon=True)
        # The first tick waits until the server answers: who starts a site wants to see it first.
        self._next_tick = time.monotonic() + delay
        self._ending = threading.Event()

    def run(self):
        while not self._ending.is_set():
            call = self._next_call()
            close_old_connections()
            try:
                if call is not None:
                    call()
                elif not self._ending.is_set():
                    self._tick()
            except DatabaseError:
                # Whatever was in hand is found again by the sweep; the thread must live to run it.
                logger.exception("Background work could not reach the database.")
        connections.close_all()

    def stop(self):
        """Let what is running end, for some seconds at most; the rest stays recorded."""
        self._ending.set()
        _work.put(_END)
        self.join(SECONDS_TO_END)

    def _next_call(self):
        """What to call, or None when it is time to tick or to end."""
        wait = self._next_tick - time.monotonic()
        if wait <= 0:
            return None
        try:
            call = _work.get(timeout=wait)
        except queue.Empty:
            return None
        return None if call is _END else call

    def _tick(self):
        self._next_tick = time.monotonic() + periodic.TICK.total_seconds()
        periodic.run_all()
