"""Records jobs, and lets people decide about those that were given up."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from core.jobs.runners import get_runner
from core.models import Job


def record_job(*, task, args, kwargs, queue, due_at=None):
    """Record a call of `task` in the running transaction and let it be handed out when that commits.

    The same call that is already recorded in this transaction is recorded once: nothing has run in between, and saves
    that follow each other ask for the same thing many times. Returns the job.
    """
    call = (task, args, kwargs, queue, due_at)
    recorded = _recorded_in_this_transaction(call)
    if recorded:
        return recorded
    now = timezone.now()
    job = Job.objects.create(
        task=task, args=args, kwargs=kwargs, queue=queue, created_at=now, due_at=max(now, due_at or now)
    )
    # Robust: the change is committed already, so whatever goes wrong from here on is the sweep's business.
    transaction.on_commit(_HandOut(call, job).send, robust=True)
    return job


def try_again(*, job):
    """Give a job that was given up all its attempts again. Returns whether it was one."""
    now = timezone.now()
    changed = (
        Job.objects.failed()
        .filter(pk=job.pk)
        .update(state=Job.State.WAITING, attempts=0, due_at=now, handed_out_at=None)
    )
    if changed:
        transaction.on_commit(lambda: get_runner().hand_out([job]), robust=True)
    return bool(changed)


def remove_failed_job(*, job):
    """Forget a job that was given up. Returns whether it was one."""
    return bool(Job.objects.failed().filter(pk=job.pk).delete()[0])


@dataclass(frozen=True)
class _HandOut:
    """What happens to a job after the commit. Django drops it when the transaction or its savepoint rolls back."""

    call: tuple
    job: Job

    def send(self):
        if self.job.due_at <= timezone.now():
            get_runner().hand_out([self.job])


def _recorded_in_this_transaction(call):
    # Django's list of callbacks is the only place that knows which savepoints still stand.
    for _savepoints, callback, *_rest in transaction.get_connection().run_on_commit:
        hand_out = getattr(callback, "__self__", None)
        if isinstance(hand_out, _HandOut) and hand_out.call == call:
            return hand_out.job
    return None
