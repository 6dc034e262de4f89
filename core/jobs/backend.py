"""The site's backend of django_tasks: jobs are rows, written in the transaction that asks for them."""

from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json

from core.jobs import services


class JobBackend(BaseTaskBackend):
    """Record each call as a `core.Job`. It runs after the commit, at least once, and never after a rollback."""

    supports_defer = True
    supports_async_task = True

    def enqueue(self, task, args, kwargs):
        self.validate_task(task)
        job = services.record_job(
            task=task.module_path,
            args=normalize_json(args),
            kwargs=normalize_json(kwargs),
            queue=task.queue_name,
            due_at=task.run_after,
        )
        result = TaskResult(
            task=task,
            id=str(job.pk),
            status=TaskResultStatus.READY,
            enqueued_at=job.created_at,
            started_at=None,
            finished_at=None,
            last_attempted_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        task_enqueued.send(type(self), task_result=result)
        return result
