"""How background work is done here: the OPTIONS of the default backend in `TASKS`."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS


@dataclass(frozen=True)
class Options:
    # Who runs jobs: a dotted path to a `core.jobs.runners.Runner`.
    runner: str = "core.jobs.thread.ThreadRunner"
    # A dotted path to the Celery app, for the runner that hands jobs to it.
    celery_app: str = ""
    # Seconds that a started job has. Whoever holds it longer has died; it must be more than Celery's hard time limit.
    lease: int = 900
    # How often a job is tried before it is given up.
    attempts: int = 5
    # Seconds before the sweep hands out what was not started; the first way, straight after the commit, is quicker.
    patience: int = 30

    @property
    def lease_time(self):
        return timedelta(seconds=self.lease)


def read_options():
    """The options as the settings have them now."""
    return Options(**settings.TASKS[DEFAULT_TASK_BACKEND_ALIAS].get("OPTIONS", {}))
