"""Beat sends each entry once a tick, and no clock that somebody sets can stop it."""

from datetime import timedelta

import pytest
from celery import Celery

from core.jobs.beat import Metronome


class Beat(Metronome):
    """One that keeps what it would send, on a clock of the test's."""

    producer = None
    now = 100.0

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.sent = []

    def clock(self):
        return self.now

    def apply_entry(self, entry, producer=None):
        self.sent.append(entry.name)


@pytest.fixture
def beat():
    app = Celery("tests", set_as_current=False)
    app.conf.beat_schedule = {name: {"task": "run", "schedule": 30, "args": [name]} for name in ("a", "b")}
    return Beat(app=app)


def test_it_begins_at_once(beat):
    assert beat.tick() == 30
    assert sorted(beat.sent) == ["a", "b"]


def test_it_sends_nothing_twice_within_a_tick(beat):
    beat.tick()
    beat.now += 29
    assert beat.tick() == 1
    assert len(beat.sent) == 2


def test_it_goes_on_when_the_clock_is_set_back_an_hour(beat, time_machine):
    time_machine.move_to("2026-03-01 12:00+00:00", tick=False)
    beat.tick()
    time_machine.shift(timedelta(hours=-1))
    beat.now += 30
    beat.tick()
    assert len(beat.sent) == 4
