"""A job is run by one worker at a time, tried again when it fails, and given up on its record."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.tasks import update_reference_index_task

from core.jobs import execution
from core.models import Job
from tests.core.jobs import tasks

pytestmark = pytest.mark.django_db


@pytest.fixture
def started(runner, django_capture_on_commit_callbacks):
    """`started(task)` enqueues it, runs what was handed out, and returns its record if there still is one."""

    def started(task, *args):
        with django_capture_on_commit_callbacks(execute=True):
            result = task.enqueue(*args)
        runner.run_all()
        return Job.objects.filter(pk=result.id).first()

    return started


def test_a_job_that_raises_waits_for_another_attempt_with_its_error(started):
    job = started(tasks.fail, "No.")
    assert (job.state, job.attempts) == (Job.State.WAITING, 1)
    assert job.error.startswith("RuntimeError: No.")
    assert "tests/core/jobs/tasks.py" in job.error
    assert job.due_at > timezone.now() + timedelta(seconds=20)


def test_it_is_not_started_before_it_is_due(started):
    job = started(tasks.fail)
    execution.run_job(job.pk)
    job.refresh_from_db()
    assert job.attempts == 1


def test_it_is_given_up_after_its_last_attempt(started, time_machine):
    time_machine.move_to("2026-03-01 12:00+00:00", tick=False)
    job = started(tasks.fail)
    for _attempt in range(9):
        time_machine.shift(timedelta(hours=2))
        execution.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.leased_until) == (Job.State.FAILED, 5, None)


def test_pauses_grow_and_end_at_an_hour():
    pauses = [execution.pause_before(attempt).total_seconds() for attempt in (2, 3, 4, 9)]
    assert pauses == sorted(pauses)
    assert 22 <= pauses[0] <= 38
    assert pauses[-1] <= 75 * 60


def test_a_job_in_hand_is_not_started_a_second_time(started, runner):
    job = started(tasks.fail)
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.RUNNING, leased_until=timezone.now() + timedelta(minutes=5), due_at=timezone.now()
    )
    assert execution.run_job(job.pk) is False
    job.refresh_from_db()
    assert job.attempts == 1


def test_a_worker_that_comes_back_from_the_dead_does_not_spoil_the_next_ones_attempt(started):
    job = started(tasks.fail)
    late = Job.objects.get(pk=job.pk)
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.RUNNING, attempts=2, leased_until=timezone.now() + timedelta(minutes=5)
    )
    execution._record_failure(late, RuntimeError("late"))
    job.refresh_from_db()
    assert job.state == Job.State.RUNNING


def test_what_an_index_would_follow_and_is_gone_is_no_failure(runner, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        update_reference_index_task.enqueue("home", "homepage", "0")
    assert runner.run_all()[-1] is True
    assert not Job.objects.exists()


def test_our_own_tasks_have_no_such_excuse(started):
    assert started(tasks.find_nothing).error.startswith("DoesNotExist: ")


def test_a_task_that_a_deployment_removed_fails_on_its_record(runner):
    job = Job.objects.create(task="tests.core.jobs.tasks.gone", queue="default")
    execution.run_job(job.pk)
    job.refresh_from_db()
    assert job.error.startswith("ImportError: ")


def test_a_task_may_ask_which_attempt_it_is(started):
    started(tasks.note_attempt)
    assert tasks.done == [1]
