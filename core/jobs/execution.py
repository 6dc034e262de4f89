"""Runs a recorded job: claims it, calls its task, and settles how that ended."""

import logging
import random
import traceback
from datetime import timedelta

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskContext, TaskResult, TaskResultStatus

from core.jobs.options import read_options
from core.logs import request_id
from core.models import Job

logger = logging.getLogger(__name__)

# The pause after the first failure; each further one is four times as long, up to an hour, and varies by a quarter so
# that jobs which failed together don't come back together.
FIRST_PAUSE = 30  # seconds
LONGEST_PAUSE = 60 * 60
ERROR_LENGTH = 4000
# Tasks of packages that follow an object. When the object is gone meanwhile, there is nothing left to do for it.
FOLLOWERS = ("wagtail.", "modelsearch.")


def run_job(job_id):
    """Run the job if it may be started now. Returns whether it was done; a failure is on its record, not raised."""
    job = _claim(job_id)
    if job is None:
        return False
    token = request_id.set(f"job-{job.pk}")
    try:
        _call(job)
    except Exception as error:
        if isinstance(error, ObjectDoesNotExist) and job.task.startswith(FOLLOWERS):
            logger.debug("Job %s (%s) has nothing to follow any more: %s", job.pk, job.task, error)
            _settle(job)
            return True
        _record_failure(job, error)
        return False
    else:
        _settle(job)
        return True
    finally:
        request_id.reset(token)


def describe(error):
    """`error` for the record: its class and message, then the end of its traceback."""
    lines = "".join(traceback.format_exception(error))
    return f"{type(error).__name__}: {error}\n\n{lines[-ERROR_LENGTH:]}"


def pause_before(attempt):
    """How long to wait before `attempt` (the second is 2), with chance in it."""
    seconds = min(FIRST_PAUSE * 4 ** (attempt - 2), LONGEST_PAUSE)
    return timedelta(seconds=seconds * random.uniform(0.75, 1.25))  # noqa: S311


def _claim(job_id):
    """The job, now leased to us; None where somebody else has it, or it is done, or not due."""
    now = timezone.now()
    claimed = Job.objects.claimable(now).filter(pk=job_id, attempts__lt=read_options().attempts)
    if not claimed.update(
        state=Job.State.RUNNING,
        attempts=F("attempts") + 1,
        leased_until=now + read_options().lease_time,
        handed_out_at=None,
    ):
        return None
    return Job.objects.get(pk=job_id)


def _call(job):
    task = import_string(job.task)
    args = job.args
    if task.takes_context:
        args = [TaskContext(task_result=_running(job, task)), *args]
    task.call(*args, **job.kwargs)


def _running(job, task):
    return TaskResult(
        task=task,
        id=str(job.pk),
        status=TaskResultStatus.RUNNING,
        enqueued_at=job.created_at,
        started_at=timezone.now(),
        last_attempted_at=timezone.now(),
        finished_at=None,
        args=job.args,
        kwargs=job.kwargs,
        backend=task.backend,
        errors=[],
        worker_ids=[""] * job.attempts,
    )


def _settle(job):
    # Also when the lease has gone to somebody else meanwhile: done is done.
    Job.objects.filter(pk=job.pk).delete()


def _record_failure(job, error):
    """Let the job wait for another attempt, or give it up after the last."""
    ours = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts)
    if job.attempts >= read_options().attempts:
        ours.update(state=Job.State.FAILED, leased_until=None, error=describe(error))
        logger.error("Job %s (%s) is given up after %s attempts.", job.pk, job.task, job.attempts, exc_info=error)
        return
    due_at = timezone.now() + pause_before(job.attempts + 1)
    ours.update(state=Job.State.WAITING, leased_until=None, due_at=due_at, error=describe(error))
    logger.warning("Job %s (%s) failed; next attempt at %s.", job.pk, job.task, due_at.isoformat(), exc_info=error)
