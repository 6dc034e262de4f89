"""Threads that go with each process that serves: a registry that apps fill in `AppConfig.ready()`."""

import atexit
import threading
from collections.abc import Callable

_registered: dict[str, Callable] = {}


class Companion(threading.Thread):
    """A thread that lives beside the requests of a process until it is told to end. Subclasses do it in `run`."""

    SECONDS_TO_END = 10

    def __init__(self, name):
        super().__init__(name=name, daemon=True)
        self.ending = threading.Event()

    def stop(self):
        """Let what is being done end, for some seconds at most."""
        self.ending.set()
        self.join(self.SECONDS_TO_END)


def register(name, make):
    """Let `make()`, which gives a `Companion`, be called in each process that serves, after it has forked."""
    _registered[name] = make


def start_companions():
    """Start them all. Whatever serves calls this once a process: `runserver`, and gunicorn's workers."""
    for make in _registered.values():
        companion = make()
        companion.start()
        # However the process ends, this is called then.
        atexit.register(companion.stop)
