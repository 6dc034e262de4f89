"""Real Celery workers, woken over a real Redis: what that forgets is found, and who is to stop leaves nothing."""

import os

import pytest
from django.core.mail import EmailMessage
from django.db import connection, transaction

from core.jobs import runners
from mailing import services
from mailing.models import Delivery
from mailing.sweeper import sweep
from tests.faults.books import judge, nothing_is_open, until
from tests.services.celery import Worker

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def broker(session_redis, settings, tmp_path):
    settings.REDIS_URL = session_redis.url
    settings.MAILING = settings.MAILING | {"memory": tmp_path / "mail"}
    options = {"runner": "core.jobs.celery_runner.CeleryRunner", "celery_app": "config.celery.app"}
    settings.TASKS = {"default": {"BACKEND": "core.jobs.backend.JobBackend", "OPTIONS": options}}
    runners._build.cache_clear()
    yield session_redis
    runners._build.cache_clear()
    session_redis.start()
    session_redis.empty()


@pytest.fixture
def worker(broker, sink, tmp_path):
    database = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    worker = Worker(tmp_path, database=database, redis=broker.url, lease=60, EMAIL_URL=f"smtp://127.0.0.1:{sink.port}")
    worker.start()
    yield worker
    worker.kill()


def queue(*numbers):
    with transaction.atomic():
        for number in numbers:
            services.queue_single(EmailMessage("a", "b", to=[f"reader{number}@example.org"]), key=f"{number}")


def test_what_redis_forgot_is_found_and_who_is_asked_to_stop_ends_what_it_holds(worker, broker, sink):
    """Faults 3 and 4."""
    queue(0)
    until(lambda: len(sink.accepted) == 1, lambda: worker.output)  # woken

    broker.stop()
    queue(*range(1, 200))
    broker.start()
    broker.empty()
    runners._build.cache_clear()
    sweep()
    until(lambda: len(sink.accepted) > 20, lambda: worker.output)

    worker.ask_to_stop()
    assert worker.wait() == 0
    assert not Delivery.objects.filter(state__in=Delivery.HELD).exists()
    worker.start()
    sweep()
    until(nothing_is_open, lambda: worker.output)
    assert sorted(sink.recipients) == sorted(f"reader{number}@example.org" for number in range(200))
    assert (judge(sink).lost, judge(sink).twice, judge(sink).uncertain) == (0, 0, 0)
