"""A real Celery worker of the site, on the database and the Redis of a test."""

import os
import signal
import subprocess
import sys
import time

from tests.config.production import environment
from tests.config.tracked import ROOT
from tests.services.errors import ServiceMissing

SECONDS_TO_START = 60


class Worker:
    """`celery -A config worker` with production's settings, in a process group of its own, with a `beat` if need be."""

    def __init__(self, folder, *, database, redis, lease, beat=False, **variables):
        self._beat = ["--beat"] if beat else []
        self._log = folder / "worker.log"
        self._environment = environment(
            DJANGO_SETTINGS_MODULE="tests.services.settings",
            PYTHONPATH=os.pathsep.join([".", "platform"]),
            DATABASE_URL=database,
            REDIS_URL=redis,
            LEASE=str(lease),
            VAR_DIR=str(folder),
            **variables,
        )
        self._process = None

    def start(self):
        lines = len(self.output.splitlines())
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "celery",
                    "-A",
                    "config",
                    "worker",
                    "-c",
                    "1",
                    "--without-gossip",
                    "--without-mingle",
                    *self._beat,
                ],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + SECONDS_TO_START
        while not any(" ready." in line for line in self.output.splitlines()[lines:]):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise ServiceMissing(f"Celery did not start:\n{self.output}")
            time.sleep(0.1)

    def ask_to_stop(self):
        """What a supervisor does first: SIGTERM to the worker, which passes it on as it sees fit."""
        self._process.send_signal(signal.SIGTERM)

    def wait(self):
        """Its exit code."""
        return self._process.wait(timeout=60)

    def kill(self):
        """Everything at once and without warning, as when the machine goes down."""
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(timeout=10)

    @property
    def output(self):
        return self._log.read_text() if self._log.exists() else ""
