"""Workers that come at the same moment: one gets the job. On PostgreSQL, where they really come at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from core.jobs import periodic
from core.jobs.execution import run_job
from core.models import Job, PeriodicJob
from tests.services import tasks

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
WORKERS = 8


def at_once(function, *args):
    """What `function` returned to each of several threads that called it at the same moment."""
    barrier = threading.Barrier(WORKERS)

    def call(_number):
        try:
            barrier.wait()
            return function(*args)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(call, range(WORKERS)))


def test_a_job_is_run_by_one_of_them(tmp_path):
    notes = tmp_path / "notes"
    job = Job.objects.create(task=f"{tasks.__name__}.note", args=[str(notes), "done"], queue="default")
    assert sorted(at_once(run_job, job.pk)) == [False] * (WORKERS - 1) + [True]
    assert notes.read_text() == "done\n"


@pytest.mark.parametrize("ran_before", [False, True])
def test_a_periodic_job_is_run_by_one_of_them(ran_before, monkeypatch):
    monkeypatch.setattr(periodic, "_registered", {})
    runs = []
    periodic.register("a", lambda: runs.append(1), label="A", every=timedelta(minutes=1))
    if ran_before:
        PeriodicJob.objects.create(name="a")
    at_once(periodic.run, "a")
    assert runs == [1]
