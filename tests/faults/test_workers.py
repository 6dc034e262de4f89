"""Workers that die, hang and lose their relay, on a real PostgreSQL: none lost, none twice, few uncertain."""

import random

import pytest

from mailing import selectors, services
from mailing.models import Delivery, Mailing
from tests.faults.books import judge, nothing_is_open, settle, until
from tests.mailing.factories import make_mailing, people, register_audience
from tests.mailing.sink import KEEP_AND_DROP

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
SEED = 20260301
WINDOW = 8


@pytest.fixture
def mailing():
    def start(recipients):
        register_audience(people(recipients))
        mailing = make_mailing()
        services.schedule_mailing(mailing)
        return mailing

    return start


def at_the_end(mailing, sink, name):
    """Wait until nothing is open, judge, let the sink's log settle what is uncertain, and wait for done."""
    until(nothing_is_open, lambda: f"Still open: {selectors.account(mailing).counts}")
    verdict = judge(sink)
    print(f"{name}: seed {SEED}, audience {mailing.audience or selectors.account(mailing).audience}, {verdict}")  # noqa: T201 - the record
    settle(sink)
    until(lambda: Mailing.objects.get(pk=mailing.pk).state == Mailing.State.DONE, "It never got done.")
    return verdict


def test_workers_killed_at_any_moment(mailing, workers, sink):
    """Fault 1, and 16: the first kill comes while the audience is being gathered."""
    number, kills = 600, 12
    sent = mailing(number)
    crew = workers(recipients=number)
    for kill in range(kills):
        crew.tell(f"kill {SEED + kill}")
        until(lambda kill=kill: len(sink.accepted) >= (kill + 1) * number // (kills + 2) - WINDOW)
    verdict = at_the_end(sent, sink, "kill -9")
    assert (verdict.lost, verdict.twice) == (0, 0)
    assert verdict.uncertain <= kills * WINDOW
    assert sorted(sink.recipients) == sorted(f"reader{place}@example.org" for place in range(number))


def test_workers_stopped_for_less_than_their_lease(mailing, workers, sink):
    """Fault 2."""
    number = 300
    sent = mailing(number)
    crew = workers(recipients=number)
    for stop in range(3):
        until(lambda stop=stop: len(sink.accepted) >= stop * number // 4)
        crew.tell(f"stop {SEED + stop}")
    verdict = at_the_end(sent, sink, "SIGSTOP")
    assert (verdict.lost, verdict.twice) == (0, 0)
    assert len(sink.accepted) == number


def test_connections_lost_after_the_content_and_refusals_for_now(mailing, workers, sink):
    """Faults 5 and 7: the refused ones wait for minutes, so the test lets them be due."""
    number, chance = 400, random.Random(SEED)  # noqa: S311 - repeatable

    def script(stage, recipient):
        if stage == "content" and chance.random() < 0.02:
            return KEEP_AND_DROP
        return "451 4.7.1 later" if stage == "rcpt" and chance.random() < 0.05 else None

    sink.script = script
    sent = mailing(number)
    workers(recipients=number)
    until(lambda: Mailing.objects.get().state == Mailing.State.SENDING)
    until(lambda: not Delivery.objects.due().exists() and not Delivery.objects.filter(state__in=Delivery.HELD).exists())
    waiting = Delivery.objects.filter(state=Delivery.State.RETRY, attempts__gt=0)
    assert waiting.exists()
    sink.script = lambda stage, recipient: None
    Delivery.objects.filter(state=Delivery.State.RETRY).update(due_at="2020-01-01T00:00:00Z")
    verdict = at_the_end(sent, sink, "lost after DATA 2 %, 451 5 %")
    assert (verdict.lost, verdict.twice) == (0, 0)
    assert verdict.uncertain > 0
    assert sorted(sink.recipients) == sorted(f"reader{place}@example.org" for place in range(number))
