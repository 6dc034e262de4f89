"""A job is recorded with the change that asks for it, and runs after that is committed."""

from contextlib import contextmanager

import pytest
from django.db import transaction

from core.models import Job
from tests.core.jobs import tasks

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@contextmanager
def rolled_back():
    """A transaction, or a savepoint inside of one, that comes to nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_job_is_handed_out_after_the_commit_and_not_before(runner):
    with transaction.atomic():
        tasks.note.enqueue("a", word="b")
        assert runner.jobs == []
        assert Job.objects.count() == 1
    assert len(runner.jobs) == 1
    assert runner.run_all() == [True]
    assert tasks.done == [(("a",), {"word": "b"})]


def test_outside_of_a_transaction_it_is_handed_out_at_once(runner):
    tasks.note.enqueue()
    assert len(runner.jobs) == 1


def test_a_job_of_a_change_that_is_rolled_back_never_was(runner):
    with rolled_back():
        tasks.note.enqueue()
    assert runner.jobs == []
    assert not Job.objects.exists()


def test_the_same_call_in_one_transaction_is_recorded_once(runner):
    with transaction.atomic():
        first = tasks.note.enqueue("a")
        with transaction.atomic():
            second = tasks.note.enqueue("a")
        tasks.note.enqueue("b")
    assert first.id == second.id
    assert len(runner.jobs) == 2


def test_the_same_call_in_another_transaction_is_another_job(runner):
    tasks.note.enqueue("a")
    tasks.note.enqueue("a")
    assert len(runner.jobs) == 2


def test_a_call_whose_savepoint_was_rolled_back_is_recorded_anew(runner):
    with transaction.atomic():
        with rolled_back():
            tasks.note.enqueue("a")
        tasks.note.enqueue("a")
    assert runner.run_all() == [True]


def test_a_runner_that_breaks_fails_nobodys_request(use_runner):
    use_runner("BrokenRunner")
    with transaction.atomic():
        tasks.note.enqueue()
    assert Job.objects.get().state == Job.State.WAITING


def test_what_succeeded_leaves_no_row(runner):
    tasks.note.enqueue()
    runner.run_all()
    assert not Job.objects.exists()


def test_arguments_that_are_no_json_are_refused_where_they_are_given(runner):
    with pytest.raises(TypeError):
        tasks.note.enqueue(object())
