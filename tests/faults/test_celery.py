"""Real Celery workers, woken over a real Redis: what that forgets is found, and who is to stop leaves nothing."""

import pytest

from core.jobs import runners
from mailing.models import Delivery
from mailing.sweeper import sweep
from tests.faults import system
from tests.faults.books import judge, nothing_is_open, until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def broker(session_redis, settings, tmp_path):
    with system.broker(session_redis, settings, tmp_path) as broker:
        yield broker


@pytest.fixture
def worker(broker, sink, tmp_path):
    with system.worker(broker, sink, tmp_path) as worker:
        yield worker


def test_what_redis_forgot_is_found_and_who_is_asked_to_stop_ends_what_it_holds(worker, broker, sink):
    """Faults 3 and 4."""
    system.queue(0)
    until(lambda: len(sink.accepted) == 1, lambda: worker.output)  # woken

    broker.crash()
    system.queue(*range(1, 200))
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
