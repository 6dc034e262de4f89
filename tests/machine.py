"""The site as on somebody's machine: its commands in processes of their own, with a database in a folder."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

from tests.config.tracked import ROOT

PATIENCE = 60  # seconds that a slow machine may take


class Machine:
    """`machine("migrate")` starts a command of manage.py in a process group of its own; `end()` kills what is left."""

    DATABASE = "db.sqlite3"

    def __init__(self, folder):
        self.folder = folder
        self._started = []
        self._variables = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "VAR_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{folder / self.DATABASE}",
        }

    def __call__(self, *command):
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=self._variables,
                stdout=log,
                stderr=log,
                start_new_session=True,
                # A shell may have told its background processes to ignore Control-C.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            )
        self._started.append(process)
        return process

    def run(self, *command):
        """Run a command to its end, which must be a good one."""
        assert self(*command).wait() == 0, self.log()

    def kill(self, process):
        """As when the power goes: nothing of its group comes to an end."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def end(self):
        for process in self._started:
            if process.poll() is None:
                self.kill(process)

    def log(self):
        return (self.folder / "log").read_text()

    def ask(self, query):
        """The first column of what the database answers."""
        with closing(sqlite3.connect(self.folder / self.DATABASE, timeout=20)) as connection:
            return [row[0] for row in connection.execute(query)]

    def until(self, reached):
        """Wait for `reached()`."""
        deadline = time.monotonic() + PATIENCE
        while not reached():
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.1)
