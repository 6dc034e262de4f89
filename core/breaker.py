"""A breaker: after a failure nobody tries for some seconds, so that a dead server costs one wait and not one each."""

import threading
import time


class Breaker:
    """Shared by the threads of a process. Ask `closed()` before trying; say `fail()` or `succeed()` afterwards."""

    def __init__(self, seconds, clock=time.monotonic):
        self._seconds, self._clock = seconds, clock
        self._lock = threading.Lock()
        self._open_until = None

    def closed(self):
        """Whether to try now. After a failure's pause one caller may, and the others wait for how that goes."""
        with self._lock:
            if self._open_until is None:
                return True
            if self._clock() < self._open_until:
                return False
            self._open_until = self._clock() + self._seconds
            return True

    def fail(self):
        with self._lock:
            self._open_until = self._clock() + self._seconds

    def succeed(self):
        # Without the lock: this runs after each success, and there is mostly nothing to change.
        if self._open_until is not None:
            with self._lock:
                self._open_until = None
