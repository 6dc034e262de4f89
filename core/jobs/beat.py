"""Celery's beat as a metronome: what is due is known elsewhere, so all it must do is never to stop."""

import time

from celery.beat import Scheduler

from core.jobs.periodic import TICK


class Metronome(Scheduler):
    """Send every entry once a `TICK`, the first time at once, by a clock that nobody can set.

    Celery's own schedulers reckon with the time of day: set back by an hour, they are silent for an hour.
    """

    clock = staticmethod(time.monotonic)
    _next_tick = None

    def tick(self, **kwargs):
        """Send what there is to send; returns the seconds until the next time."""
        now = self.clock()
        if self._next_tick is None or now >= self._next_tick:
            self._next_tick = now + TICK.total_seconds()
            for entry in self.schedule.values():
                self.apply_entry(entry, producer=self.producer)
        return max(self._next_tick - self.clock(), 0)
