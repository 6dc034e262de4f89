"""Whatever happens between the record and a worker, the sweep finds the job."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.jobs.sweep import sweep
from core.models import Job
from tests.core.jobs import tasks

pytestmark = pytest.mark.django_db
NOON = "2026-03-01 12:00+00:00"


@pytest.fixture(autouse=True)
def _clock(time_machine):
    time_machine.move_to(NOON, tick=False)


def job(**changes):
    """A recorded job that has been due for five minutes."""
    long_ago = timezone.now() - timedelta(minutes=5)
    fields = {"task": "tests.core.jobs.tasks.note", "queue": "default", "created_at": long_ago, "due_at": long_ago}
    return Job.objects.create(**fields | changes)


def running(**changes):
    return job(state=Job.State.RUNNING, attempts=1, **changes)


def test_what_was_never_handed_out_is_found(runner):
    job()
    assert sweep() == 1
    assert runner.run_all() == [True]


def test_what_is_quite_new_is_left_to_the_quicker_way(runner):
    job(due_at=timezone.now() - timedelta(seconds=5))
    assert sweep() == 0


def test_what_is_not_due_yet_waits(runner):
    job(due_at=timezone.now() + timedelta(minutes=5))
    assert sweep() == 0


def test_what_waits_in_a_long_queue_is_not_handed_out_each_minute(runner, time_machine):
    job()
    sweep()
    time_machine.shift(timedelta(minutes=1))
    assert sweep() == 0
    time_machine.shift(timedelta(minutes=10))
    assert sweep() == 1


def test_what_could_not_be_handed_out_is_tried_at_the_next_sweep(use_runner):
    use_runner("AbsentRunner")
    job()
    assert sweep() == 0
    use_runner("KeepingRunner")
    assert sweep() == 1


def test_a_job_whose_worker_died_runs_again_once_its_lease_is_over(runner, time_machine):
    running(leased_until=timezone.now() + timedelta(minutes=15))
    assert sweep() == 0
    time_machine.shift(timedelta(minutes=16))
    assert sweep() == 1
    assert runner.run_all() == [True]
    assert not Job.objects.exists()


def test_a_job_that_kills_its_worker_each_time_is_given_up(runner):
    deadly = running(leased_until=timezone.now())
    Job.objects.update(attempts=5)
    assert sweep() == 0
    deadly.refresh_from_db()
    assert deadly.state == Job.State.FAILED
    assert deadly.error


def test_what_was_given_up_is_left_to_people(runner):
    job(state=Job.State.FAILED)
    assert sweep() == 0


def test_a_clock_set_back_an_hour_holds_nothing_up(runner, time_machine):
    before = timezone.now()
    job(created_at=before, due_at=before)
    job(created_at=before, due_at=before, handed_out_at=before)
    time_machine.shift(timedelta(hours=-1))
    assert sweep() == 2
    assert runner.run_all() == [True, True]
    assert len(tasks.done) == 2
