"""A whole system beside a test: a Celery worker with a beat, woken over Redis, sending to the sink."""

import os
from contextlib import contextmanager

from django.core.mail import EmailMessage
from django.db import connection, transaction

from core.jobs import runners
from mailing import services
from tests.services.celery import Worker


def database_url():
    """The test's own database, for other processes."""
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"


@contextmanager
def broker(redis, settings, folder):
    """Let this process wake workers over `redis`, which is empty afterwards and runs."""
    settings.REDIS_URL = redis.url
    settings.MAILING = settings.MAILING | {"memory": folder / "mail"}
    options = {"runner": "core.jobs.celery_runner.CeleryRunner", "celery_app": "config.celery.app"}
    settings.TASKS = {"default": {"BACKEND": "core.jobs.backend.JobBackend", "OPTIONS": options}}
    runners._build.cache_clear()
    yield redis
    runners._build.cache_clear()
    redis.start()
    redis.empty()


@contextmanager
def worker(redis, sink, folder, **options):
    """A running worker, killed afterwards."""
    url = f"smtp://127.0.0.1:{sink.port}"
    worker = Worker(folder, **{"database": database_url(), "redis": redis.url, "lease": 60, "EMAIL_URL": url} | options)
    worker.start()
    yield worker
    worker.kill()


def queue(*numbers):
    """Let these readers get a single message each."""
    with transaction.atomic():
        for number in numbers:
            services.queue_single(EmailMessage("a", "b", to=[f"reader{number}@example.org"]), key=f"{number}")
