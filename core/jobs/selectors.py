"""Asks how the background work is doing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from core.jobs import periodic
from core.jobs.names import SWEEP
from core.models import Job, PeriodicJob

# The sweep starts each minute; three that did not start are no accident.
SILENCE = timedelta(minutes=3)


def workers_seen_at():
    """When a worker last started the sweep, which it does each minute; None when none ever did."""
    return PeriodicJob.objects.filter(name=SWEEP).values_list("started_at", flat=True).first()


def workers_missing():
    """Whether nobody has done background work for some minutes: no worker, no beat, or nothing between them."""
    seen_at = workers_seen_at()
    return seen_at is None or abs(timezone.now() - seen_at) > SILENCE


def failed_jobs():
    """The jobs that were given up, the newest first."""
    return Job.objects.failed().order_by("-pk")


def count_failed_jobs():
    """How many jobs were given up and wait for somebody's decision."""
    return failed_jobs().count()


@dataclass(frozen=True)
class PeriodicState:
    """What people see of a periodic job: its label, and how it last went."""

    label: str
    started_at: datetime | None
    finished_at: datetime | None
    error: str


def periodic_jobs():
    """Every registered periodic job as a PeriodicState, also those that never ran."""
    rows = PeriodicJob.objects.in_bulk()
    states = ((job, rows.get(name) or PeriodicJob(name=name)) for name, job in periodic.registered().items())
    return [PeriodicState(job.label, row.started_at, row.finished_at, row.error) for job, row in states]
