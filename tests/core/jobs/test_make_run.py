"""The process of `make run` does the background work itself: started as it is, on a database of its own."""

import os
import signal

from tests.machine import PATIENCE
from tests.services.ports import free_port

ENQUEUE = "from tests.services.tasks import hold; hold.enqueue({path!r})"


def test_it_runs_what_waits_ticks_by_the_clock_and_ends_its_job_before_it_stops(machine, tmp_path):
    notes = tmp_path / "notes"
    machine.run("shell", "--no-imports", "-c", ENQUEUE.format(path=str(notes)))
    assert machine.ask("SELECT state FROM core_job WHERE task LIKE '%hold'") == ["waiting"]
    server = machine("runserver", "--skip-checks", str(free_port()))
    machine.until(lambda: notes.exists() and notes.read_text() == "begun\n")
    os.killpg(server.pid, signal.SIGINT)  # what Control-C does
    notes.with_name("notes.release").touch()
    assert server.wait(timeout=PATIENCE) == 0, machine.log()
    assert notes.read_text() == "begun\ndone\n"
    assert machine.ask("SELECT id FROM core_job WHERE task LIKE '%hold'") == []
    assert "sweep" in machine.ask("SELECT name FROM core_periodicjob WHERE finished_at IS NOT NULL")
