"""A Redis of the tests' own: a throw-away folder, a free port, everything appended to a file as in production."""

import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from tests.services.errors import ServiceMissing
from tests.services.ports import free_port
from tests.services.program import Program

SECONDS_TO_START = 30


class Server:
    """A Redis that a test may stop, start again, or let hang; what it was given survives."""

    def __init__(self, folder, port):
        self._folder, self._port = folder, port
        self._process = None

    @property
    def url(self):
        return f"redis://127.0.0.1:{self._port}/0"

    def start(self):
        """Start it, unless it runs."""
        if self._process:
            return
        program = prepared(self._folder, self._port, "--appendonly", "yes", "--save", "")
        with (self._folder / "log").open("ab") as log:
            self._process = program.start(log)
        deadline = time.monotonic() + SECONDS_TO_START
        while not answers(self._port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise ServiceMissing(f"Redis did not start:\n{(self._folder / 'log').read_text()}")
            time.sleep(0.05)

    def stop(self):
        if self._process:
            self._process.terminate()
            self._process.wait(timeout=30)
            self._process = None

    def crash(self):
        """Kill it without warning."""
        self._process.kill()
        self._process.wait(timeout=30)
        self._process = None

    def empty(self):
        with _client(self._port) as client:
            client.flushall()


def prepared(folder, port, *options):
    """The server as a Program, with its data in the folder; raises ServiceMissing without Redis."""
    program = shutil.which("redis-server")
    if program is None:
        raise ServiceMissing("Redis is missing: apt-get install redis-server")
    return Program([program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), *options])


def answers(port):
    """Whether the server takes commands."""
    try:
        with _client(port) as client:
            return client.ping()
    except redis.RedisError:
        return False


def _client(port):
    return redis.Redis(port=port, retry=Retry(NoBackoff(), 0))


@contextmanager
def server():
    """A running Server; raises ServiceMissing without Redis."""
    folder = Path(tempfile.mkdtemp(prefix="club-redis-"))
    running_server = Server(folder, free_port())
    try:
        running_server.start()
        yield running_server
    finally:
        running_server.stop()
        shutil.rmtree(folder, ignore_errors=True)
