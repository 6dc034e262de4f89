"""The long absences, on demand: `make test-faults` (REDIS_AWAY and RELAY_AWAY in seconds make them shorter).

Nobody sweeps but the system itself. Each prints how long it took to go on; docs/mail.md has a recorded run.
"""

import os
import time

import pytest

from mailing.models import Delivery
from tests.faults import system
from tests.faults.books import judge, nothing_is_open, until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
REDIS_AWAY = int(os.environ.get("REDIS_AWAY", "600"))
RELAY_AWAY = int(os.environ.get("RELAY_AWAY", "1800"))
NUMBER = 500
GOES_ON_WITHIN = 60


@pytest.fixture
def running(session_redis, settings, sink, tmp_path):
    """(a worker with its beat, the Redis that it is woken over)."""
    with (
        system.broker(session_redis, settings, tmp_path) as broker,
        system.worker(broker, sink, tmp_path, beat=True) as worker,
    ):
        system.queue("first")
        until(lambda: len(sink.accepted) == 1, lambda: worker.output)
        yield worker, broker


def goes_on(name, away, worker, sink, has_begun):
    """How it ended; whatever waited is sent, each once."""
    began = time.monotonic()
    until(has_begun, lambda: worker.output, GOES_ON_WITHIN)
    seconds = time.monotonic() - began
    until(nothing_is_open, lambda: worker.output, GOES_ON_WITHIN)
    verdict = judge(sink)
    print(f"{name} away for {away} s: goes on after {seconds:.0f} s; {verdict}")  # noqa: T201 - the record
    assert (verdict.lost, verdict.twice, verdict.uncertain) == (0, 0, 0)
    assert sorted(sink.recipients) == sorted(f"reader{who}@example.org" for who in ("first", *range(NUMBER)))


def test_redis_is_away_and_comes_back_empty(running, sink):
    """Fault 4: what was queued meanwhile leaves by itself."""
    worker, broker = running
    broker.stop()
    time.sleep(REDIS_AWAY)
    system.queue(*range(NUMBER))
    broker.start()
    broker.empty()
    goes_on("Redis", REDIS_AWAY, worker, sink, lambda: len(sink.accepted) > 1)


def test_the_relay_is_away_and_no_attempt_is_counted(running, sink):
    """Fault 8."""
    worker, _broker = running
    port = sink.port
    sink.stop()
    sink.hang_up()
    system.queue(*range(NUMBER))
    time.sleep(RELAY_AWAY)
    assert len(sink.accepted) == 1
    assert not Delivery.objects.filter(attempts__gt=0).exists()
    sink.start(port)
    goes_on("The relay", RELAY_AWAY, worker, sink, lambda: len(sink.accepted) > 1)
