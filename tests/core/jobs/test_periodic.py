"""What runs by the clock runs once each time, whoever ticks, and whatever the clock does."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from core.jobs import periodic
from core.models import PeriodicJob

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def runs(schedule, time_machine):
    """What the registered function has done so far, on a clock that stands at 14:00 in Sofia."""
    time_machine.move_to("2026-03-01 12:00+00:00", tick=False)
    return []


def test_a_minutes_job_runs_each_minute_and_not_twice_in_one(runs, schedule, time_machine):
    schedule("a", lambda: runs.append(1), label="A", every=MINUTE)
    assert periodic.run("a") is True
    assert periodic.run("a") is False
    time_machine.shift(timedelta(seconds=40))
    assert periodic.run("a") is False
    time_machine.shift(timedelta(seconds=19.9))
    assert periodic.run("a") is True
    assert len(runs) == 2


def test_a_daily_job_runs_at_its_time_in_sofia(runs, schedule, time_machine):
    schedule("a", lambda: runs.append(1), label="A", at=time(3, 20))
    periodic.run("a")
    for moment in ("2026-03-02 01:19+00:00", "2026-03-02 01:21+00:00", "2026-03-02 01:22+00:00"):
        time_machine.move_to(moment, tick=False)
        periodic.run("a")
    assert len(runs) == 2


def test_a_time_that_passed_while_nobody_ticked_is_made_up_for(runs, schedule, time_machine):
    schedule("a", lambda: runs.append(1), label="A", at=time(3, 20))
    periodic.run("a")
    time_machine.shift(timedelta(days=3))
    assert periodic.run("a") is True


def test_a_clock_set_back_an_hour_stops_nothing(runs, schedule, time_machine):
    schedule("a", lambda: runs.append(1), label="A", every=MINUTE)
    periodic.run("a")
    time_machine.shift(timedelta(hours=-1))
    assert periodic.run("a") is True
    assert periodic.run("a") is False
    time_machine.shift(MINUTE)
    assert periodic.run("a") is True


def test_a_job_does_not_start_while_its_last_run_goes_on(runs, schedule, time_machine):
    def slow():
        time_machine.shift(timedelta(minutes=2))
        runs.append(periodic.run("a"))

    schedule("a", slow, label="A", every=MINUTE)
    periodic.run("a")
    assert runs == [False]


def test_a_run_that_died_gives_way_after_its_lease(runs, schedule, time_machine):
    schedule("a", lambda: runs.append(1), label="A", every=MINUTE, lease=5 * MINUTE)
    PeriodicJob.objects.create(name="a", started_at=timezone.now())
    time_machine.shift(4 * MINUTE)
    assert periodic.run("a") is False
    time_machine.shift(MINUTE)
    assert periodic.run("a") is True


def test_a_failure_is_on_the_record_and_the_next_run_clears_it(runs, schedule, time_machine):
    def fail_once():
        runs.append(1)
        if len(runs) == 1:
            raise RuntimeError("No.")

    schedule("a", fail_once, label="A", every=MINUTE)
    assert periodic.run("a") is False
    row = PeriodicJob.objects.get()
    assert row.has_failed
    assert row.error.startswith("RuntimeError: No.")
    time_machine.shift(MINUTE)
    assert periodic.run("a") is True
    row.refresh_from_db()
    assert not row.has_failed
    assert row.error == ""


def test_one_that_fails_does_not_keep_the_others_from_running(runs, schedule):
    schedule("a", lambda: 1 / 0, label="A", every=MINUTE)
    schedule("b", lambda: runs.append(1), label="B", every=MINUTE)
    periodic.run_all()
    assert runs == [1]


@pytest.mark.parametrize("when", [{}, {"every": MINUTE, "at": time(3)}, {"every": timedelta(seconds=10)}])
def test_a_schedule_that_cannot_be_kept_is_refused(when, schedule):
    with pytest.raises(ValueError, match=r"^a: "):
        schedule("a", print, label="A", **when)
