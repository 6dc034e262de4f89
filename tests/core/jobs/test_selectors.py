"""Whether somebody does the background work is asked of the sweep's own row."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from core.jobs import names, selectors
from core.models import PeriodicJob

pytestmark = pytest.mark.django_db


@pytest.fixture
def sweep(time_machine):
    time_machine.move_to("2026-03-01 12:00+00:00", tick=False)
    return PeriodicJob.objects.create(name=names.SWEEP, started_at=timezone.now())


def test_workers_that_swept_lately_are_there(sweep, time_machine):
    time_machine.shift(timedelta(minutes=2))
    assert not selectors.workers_missing()
    call_command("check_workers", verbosity=0)


def test_workers_that_have_been_silent_for_minutes_are_missing(sweep, time_machine):
    time_machine.shift(timedelta(minutes=4))
    assert selectors.workers_missing()
    with pytest.raises(CommandError, match="No background work since"):
        call_command("check_workers")


def test_workers_that_never_were_are_missing(db):
    assert selectors.workers_missing()


def test_a_sweep_of_before_the_clock_was_set_back_proves_nothing(sweep, time_machine):
    time_machine.shift(timedelta(hours=-1))
    assert selectors.workers_missing()


def test_every_registered_job_is_shown_even_before_it_ran(db):
    assert {names.SWEEP, names.PUBLISH_SCHEDULED} <= set(selectors.periodic.registered())
    assert all(state.started_at is None for state in selectors.periodic_jobs())
    assert len(selectors.periodic_jobs()) == len(selectors.periodic.registered())
