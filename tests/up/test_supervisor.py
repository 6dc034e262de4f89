"""Processes that are started together end together."""

import sys
import time
from pathlib import Path

import pytest

from tests.services.program import Program
from tests.up.supervisor import Ended, Supervisor

FOR_EVER = "import time; time.sleep(600)"
WITH_A_CHILD = f"""
import subprocess, sys
print(subprocess.Popen([sys.executable, "-c", {FOR_EVER!r}]).pid, flush=True)
{FOR_EVER}
"""


@pytest.fixture
def supervisor(tmp_path):
    supervisor = Supervisor(tmp_path / "log")
    yield supervisor
    supervisor.stop()


def python(code):
    return Program([sys.executable, "-c", code])


def runs(number):
    """Whether there is such a process; one that was killed may still wait for whoever adopted it to notice."""
    try:
        stat = Path(f"/proc/{number}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_one_that_dies_is_named_with_its_last_words(supervisor):
    supervisor.start("well", python(FOR_EVER))
    supervisor.start("worker", python("import sys; print('out of luck'); sys.exit(3)"))
    with pytest.raises(Ended, match=r"worker has ended \(exit code 3\)(.|\n)*out of luck"):
        supervisor.watch()


def test_a_command_with_an_end_must_end_well(supervisor):
    supervisor.run("migrate", python("print('done')"))
    assert supervisor.output("migrate") == "done\n"
    with pytest.raises(Ended, match="migrate has ended"):
        supervisor.run("migrate", python("raise SystemExit('no such table')"))


def test_who_waits_for_one_that_died_learns_it_at_once(supervisor):
    supervisor.start("db", python("raise SystemExit('disk full')"))
    with pytest.raises(Ended, match="disk full"):
        supervisor.until(lambda: False, "db", seconds=60)


def test_who_waits_in_vain_is_told_for_whom(supervisor):
    supervisor.start("web", python(FOR_EVER))
    with pytest.raises(Ended, match="web isn't ready"):
        supervisor.until(lambda: False, "web", seconds=0.2)


def test_nothing_is_left_of_what_was_started_and_of_what_that_started(supervisor):
    supervisor.start("web", python(WITH_A_CHILD))
    supervisor.until(lambda: supervisor.output("web"), "web", seconds=60)
    child = int(supervisor.output("web"))
    assert runs(child)
    supervisor.stop()
    deadline = time.monotonic() + 60
    while runs(child):
        assert time.monotonic() < deadline
        time.sleep(0.01)
