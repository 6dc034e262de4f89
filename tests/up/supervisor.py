"""Processes that live and end together.

Our own instead of honcho: that starts all at once, while a site waits for its database and its migrations; and it
kills after five seconds what has not ended, while PostgreSQL needs those who ask it to be gone first.
"""

import os
import signal
import time
from contextlib import suppress
from subprocess import TimeoutExpired

SECONDS_BETWEEN_LOOKS = 0.1
SECONDS_TO_END = 30
LAST_LINES = 30


class Ended(Exception):
    """A process has ended that should go on, or one failed that had something to do, or nothing came of waiting."""


class Supervisor:
    """Starts Programs; each writes its output to a file in the folder `logs`."""

    def __init__(self, logs):
        self._logs = logs
        # By name, in the order in which they were started.
        self._running = {}

    def start(self, name, program):
        self._logs.mkdir(parents=True, exist_ok=True)
        with self._log(name).open("wb") as log:
            self._running[name] = program.start(log)

    def run(self, name, program):
        """Run what has an end, which must be a good one."""
        self.start(name, program)
        process = self._running.pop(name)
        try:
            self._wait(lambda: process.poll() is not None, name, seconds=None)
        finally:
            _kill(process)
        if process.returncode:
            raise Ended(self._told(name, process))

    def until(self, reached, name, seconds):
        """Wait until `reached()`, which the process of that name is to bring about."""
        self._wait(reached, name, seconds)

    def watch(self):
        """Wait as long as all goes well, that is until one ends."""
        self._wait(lambda: False, "", seconds=None)

    def output(self, name):
        log = self._log(name)
        return log.read_text(errors="replace") if log.exists() else ""

    def stop(self):
        """End all of them, the last one first: whoever asks is gone before those who are asked."""
        while self._running:
            _name, process = self._running.popitem()
            process.terminate()
            with suppress(TimeoutExpired):
                process.wait(SECONDS_TO_END)
            _kill(process)

    def _wait(self, reached, name, seconds):
        deadline = seconds and time.monotonic() + seconds
        while not reached():
            for other, process in self._running.items():
                if process.poll() is not None:
                    raise Ended(self._told(other, process))
            if deadline and time.monotonic() > deadline:
                raise Ended(f"{name} isn't ready after {seconds} seconds.\n{self._last_lines(name)}")
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def _told(self, name, process):
        return f"{name} has ended (exit code {process.returncode}).\n{self._last_lines(name)}"

    def _last_lines(self, name):
        lines = self.output(name).splitlines()[-LAST_LINES:]
        return "\n".join([f"The end of {self._log(name)}:", *(f"  {line}" for line in lines)])

    def _log(self, name):
        return self._logs / f"{name}.log"


def _kill(process):
    """Nothing of its group is left."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
