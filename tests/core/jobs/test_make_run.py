"""The process of `make run` does the background work itself: started as it is, on a database of its own."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.config.tracked import ROOT
from tests.services.ports import free_port

PATIENCE = 60  # seconds that a slow machine may take
ENQUEUE = "from tests.services.tasks import hold; hold.enqueue({path!r})"


@pytest.fixture
def machine(tmp_path):
    """`machine(*command)` starts manage.py as on somebody's machine, in a process group of its own."""
    variables = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }
    started = []

    def machine(*command):
        with (tmp_path / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=variables,
                stdout=log,
                stderr=log,
                start_new_session=True,
                # A shell may have told its background processes to ignore Control-C.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            )
        started.append(process)
        return process

    yield machine
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def until(reached, what):
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, what()
        time.sleep(0.1)


def ask(folder, query):
    with closing(sqlite3.connect(folder / "db.sqlite3", timeout=20)) as connection:
        return [value for (value,) in connection.execute(query)]


def test_it_runs_what_waits_ticks_by_the_clock_and_ends_its_job_before_it_stops(machine, tmp_path):
    notes = tmp_path / "notes"
    log = (tmp_path / "log").read_text
    assert machine("migrate", "--verbosity", "0").wait() == 0, log()
    assert machine("shell", "--no-imports", "-c", ENQUEUE.format(path=str(notes))).wait() == 0, log()
    assert ask(tmp_path, "SELECT state FROM core_job WHERE task LIKE '%hold'") == ["waiting"]
    server = machine("runserver", "--skip-checks", str(free_port()))
    until(lambda: notes.exists() and notes.read_text() == "begun\n", log)
    os.killpg(server.pid, signal.SIGINT)  # what Control-C does
    notes.with_name("notes.release").touch()
    assert server.wait(timeout=PATIENCE) == 0, log()
    assert notes.read_text() == "begun\ndone\n"
    assert ask(tmp_path, "SELECT id FROM core_job WHERE task LIKE '%hold'") == []
    assert "sweep" in ask(tmp_path, "SELECT name FROM core_periodicjob WHERE finished_at IS NOT NULL")
