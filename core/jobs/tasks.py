"""The doorways through which Celery's workers come. Nobody else imports this: a web process starts without Celery."""

from celery import shared_task

from core.jobs import execution, periodic, wakes


@shared_task(name="core.jobs.run_job")
def run_job(job_id):
    execution.run_job(job_id)


@shared_task(name="core.jobs.run_periodic")
def run_periodic(name):
    periodic.run(name)


@shared_task(name="core.jobs.run_wake")
def run_wake(name):
    wakes.answer(name)
