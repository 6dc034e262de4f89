"""Jobs on a real PostgreSQL, a real Redis and a real Celery worker; what goes wrong loses none of them."""

import os
import time

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from core.jobs import names, periodic, runners, selectors
from core.jobs.beat import Metronome
from core.jobs.sweep import sweep
from core.models import Job, PeriodicJob
from tests.core.factories import plant_site
from tests.services import tasks
from tests.services.celery import Worker

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
LEASE = 2
PATIENCE = 30  # seconds that a test waits for something


@pytest.fixture
def broker(session_redis, settings):
    """The Redis of this process's Celery, running and empty."""
    settings.REDIS_URL = session_redis.url
    options = {
        "runner": "core.jobs.celery_runner.CeleryRunner",
        "celery_app": "config.celery.app",
        "lease": LEASE,
        "attempts": 2,
        "patience": 0,
    }
    settings.TASKS = {"default": {"BACKEND": "core.jobs.backend.JobBackend", "OPTIONS": options}}
    forget_broken_connections()
    yield session_redis
    session_redis.start()
    session_redis.empty()


@pytest.fixture
def worker(broker, tmp_path):
    database = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    worker = Worker(tmp_path, database=database, redis=broker.url, lease=LEASE)
    worker.start()
    yield worker
    worker.kill()


@pytest.fixture
def notes(tmp_path):
    return tmp_path / "notes"


def forget_broken_connections():
    """As in a process that has just started."""
    runners._build.cache_clear()


def until(reached, what):
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def has(notes, *lines):
    return lambda: notes.exists() and notes.read_text().split() == list(lines)


def no_job_is_left():
    return not Job.objects.exists()


def test_a_worker_does_what_was_committed_and_nothing_that_was_rolled_back(worker, notes):
    with transaction.atomic():
        tasks.note.enqueue(str(notes), "never")
        transaction.set_rollback(True)
    with transaction.atomic():
        tasks.note.enqueue(str(notes), "done")
    until(no_job_is_left, worker.output)
    assert notes.read_text() == "done\n"


def test_a_job_whose_worker_was_killed_in_the_middle_is_done_after_its_lease(worker, notes):
    tasks.hold.enqueue(str(notes))
    until(has(notes, "begun"), worker.output)
    worker.kill()
    worker.start()
    assert Job.objects.get().state == Job.State.RUNNING
    notes.with_name("notes.release").touch()
    until(lambda: sweep() == 1, "The sweep did not find it.")
    until(no_job_is_left, worker.output)
    assert notes.read_text().split() == ["begun", "begun", "done"]


def test_a_worker_that_is_asked_to_stop_ends_its_job_first(worker, notes):
    tasks.hold.enqueue(str(notes))
    until(has(notes, "begun"), worker.output)
    worker.ask_to_stop()
    notes.with_name("notes.release").touch()
    assert worker.wait() == 0
    assert no_job_is_left()
    assert notes.read_text().split() == ["begun", "done"]


def test_without_redis_a_page_is_published_at_once_and_its_jobs_wait_for_the_sweep(worker, broker, notes):
    home = plant_site()
    until(no_job_is_left, worker.output)
    broker.stop()
    forget_broken_connections()
    began = time.monotonic()
    with transaction.atomic():
        home.save_revision().publish()
        tasks.note.enqueue(str(notes), "done")
    assert time.monotonic() - began < 2
    assert Job.objects.count() > 1
    broker.start()
    forget_broken_connections()
    until(lambda: sweep() > 0, "The sweep handed out nothing.")
    until(no_job_is_left, worker.output)
    assert notes.read_text() == "done\n"


def test_a_job_that_raises_is_tried_again_and_then_given_up_on_its_record(worker):
    tasks.fail.enqueue()
    until(lambda: Job.objects.filter(state=Job.State.WAITING, attempts=1).exists(), worker.output)
    Job.objects.update(due_at=timezone.now())
    sweep()
    until(lambda: selectors.count_failed_jobs() == 1, worker.output)
    assert Job.objects.get().error.startswith("RuntimeError: This never works.")


def test_what_beat_sends_each_minute_lets_the_workers_be_seen(worker):
    app = import_string("config.celery.app")
    assert set(app.conf.beat_schedule) == set(periodic.registered())
    assert selectors.workers_missing()
    beat = Metronome(app=app)
    beat.tick()
    until(lambda: PeriodicJob.objects.filter(finished_at__isnull=False).count() == len(beat.schedule), worker.output)
    assert PeriodicJob.objects.get(name=names.SWEEP).started_at
    assert not selectors.workers_missing()
