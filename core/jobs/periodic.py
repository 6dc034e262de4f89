"""What runs by the clock. Apps register it in `AppConfig.ready()`, once for Celery's beat and for `make run`'s ticker.

The database knows when each last ran, so neither a missed tick nor two workers at once make a difference.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from core.jobs.execution import describe
from core.logs import request_id
from core.models import PeriodicJob
from core.models.jobs import CLOCK_TOLERANCE

logger = logging.getLogger(__name__)

TICK = timedelta(seconds=30)
# Ticks come a little early or late. A minute's job that began 58 seconds ago is due again.
EARLY = timedelta(seconds=5)


@dataclass(frozen=True)
class Periodic:
    """A function that is due `every` so often, or each day `at` a time of the site's zone.

    A run that has not ended after `lease` has died; until then no other one starts.
    """

    name: str
    function: Callable
    label: str
    every: timedelta | None
    at: time | None
    lease: timedelta

    def is_due(self, row, now):
        """Whether to start at `now`. A last start in the future, before the clock was set back, does not count."""
        started = row.started_at
        if started is None or started > now + CLOCK_TOLERANCE:
            return True
        ended = max((moment for moment in (row.finished_at, row.failed_at) if moment), default=None)
        if (ended is None or ended < started) and now - started < self.lease:
            return False
        return now - started >= self.every - EARLY if self.every else started < self._last_time(now)

    def _last_time(self, now):
        """The latest moment, up to `now`, at which the clock of the site's zone showed `at`."""
        local = timezone.localtime(now, timezone.get_default_timezone())
        today = datetime.combine(local.date(), self.at, tzinfo=local.tzinfo)
        return (
            today
            if today <= local
            else datetime.combine(local.date() - timedelta(days=1), self.at, tzinfo=local.tzinfo)
        )


_registered = {}


def register(name, function, *, label, every=None, at=None, lease=timedelta(minutes=15)):
    """Let `function` run `every` timedelta of half a minute or more, or daily `at` a time. People see it as `label`."""
    if (every is None) == (at is None):
        raise ValueError(f"{name}: give either every= or at=.")
    if every is not None and every < TICK:
        raise ValueError(f"{name}: nothing runs more often than each half minute.")
    _registered[name] = Periodic(name, function, label, every, at, lease)


def registered():
    """Every periodic job, by name."""
    return dict(_registered)


def run(name):
    """Run the periodic job `name` if it is due and nobody else runs it. Returns whether it ran to its end.

    What it raises is logged and kept on its row; the next time that it is due is the next attempt.
    """
    periodic = _registered[name]
    now = timezone.now()
    row, _created = PeriodicJob.objects.get_or_create(name=name)
    if not periodic.is_due(row, now):
        return False
    ours = PeriodicJob.objects.filter(name=name, started_at=row.started_at)
    if not ours.update(started_at=now):
        return False
    token = request_id.set(f"periodic-{name}")
    ours = PeriodicJob.objects.filter(name=name, started_at=now)
    try:
        periodic.function()
    except Exception as error:
        logger.exception("The periodic job %s failed.", name)
        ours.update(failed_at=timezone.now(), error=describe(error))
        return False
    else:
        ours.update(finished_at=timezone.now(), error="")
        return True
    finally:
        request_id.reset(token)


def run_all():
    """Run one after the other what is due."""
    for name in registered():
        run(name)
