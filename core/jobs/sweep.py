"""The sweep: each minute it finds what nobody has in hand, so that a job once recorded is never lost."""

import logging
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from core.jobs.options import read_options
from core.jobs.runners import get_runner
from core.models import Job
from core.models.jobs import CLOCK_TOLERANCE

logger = logging.getLogger(__name__)

# A job that the sweep has handed out gets this long to be started, behind others in a long queue, before it is again.
RESEND_AFTER = timedelta(minutes=10)
BATCH = 500


def sweep():
    """Give up what its workers did not survive, and hand out whatever else is due. Returns how many were handed out."""
    now = timezone.now()
    give_up_deadly_jobs(now)
    jobs = list(_in_nobodys_hands(now).order_by("pk")[:BATCH])
    if not jobs:
        return 0
    # Before they are on their way: a job that fails at once clears this again for its next attempt.
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(handed_out_at=now)
    sent = {job.pk for job in get_runner().hand_out(jobs)}
    if kept := [job.pk for job in jobs if job.pk not in sent]:
        Job.objects.filter(pk__in=kept, handed_out_at=now).update(handed_out_at=None)
    logger.info("The sweep handed out %s of %s jobs.", len(sent), len(jobs))
    return len(sent)


def give_up_deadly_jobs(now):
    """Give up jobs during whose last attempt the worker ended, or overran its lease."""
    deadly = Job.objects.filter(state=Job.State.RUNNING, leased_until__lte=now, attempts__gte=read_options().attempts)
    for pk in deadly.values_list("pk", flat=True):
        error = "The worker that ran this was stopped in the middle of it, at every attempt."
        if deadly.filter(pk=pk).update(state=Job.State.FAILED, leased_until=None, error=error):
            logger.error("Job %s is given up: no worker that ran it came to its end.", pk)


def _in_nobodys_hands(now):
    patience = now - timedelta(seconds=read_options().patience)
    quiet = Q(state=Job.State.RUNNING) | Q(due_at__lte=patience) | Q(created_at__gt=now + CLOCK_TOLERANCE)
    handed_out = Q(handed_out_at__gt=now - RESEND_AFTER, handed_out_at__lte=now + CLOCK_TOLERANCE)
    return Job.objects.claimable(now).filter(quiet).exclude(handed_out)
