"""The site's own backend with a runner that waits for the test, and a schedule that forgets what tests register."""

import pytest

from core.jobs import periodic
from core.jobs.runners import get_runner
from tests.core.jobs import tasks

RUNNERS = "tests.core.jobs.runners"


@pytest.fixture
def use_runner(settings):
    """`use_runner("KeepingRunner", attempts=2)` puts the backend to work with a fresh runner, and returns that."""

    def use_runner(name="KeepingRunner", **options):
        settings.TASKS = {
            "default": {
                "BACKEND": "core.jobs.backend.JobBackend",
                "OPTIONS": {"runner": f"{RUNNERS}.{name}", **options},
            }
        }
        runner = get_runner()
        vars(runner).clear()
        runner.__init__()
        return runner

    tasks.done.clear()
    return use_runner


@pytest.fixture
def runner(use_runner):
    return use_runner()


@pytest.fixture
def schedule(monkeypatch):
    """An empty registry of periodic jobs; returns `register`."""
    monkeypatch.setattr(periodic, "_registered", {})
    return periodic.register
