"""The long kill, on demand: `make test-faults` (RECIPIENTS, KILLS and SEED make it smaller, or another one).

It prints what it found; docs/mail.md has a recorded run.
"""

import os
import random
import time

import pytest
from django.db.models.functions import Now

from mailing import selectors, services
from mailing.models import Delivery, Mailing
from tests.faults.books import judge, nothing_is_open, settle, until
from tests.mailing.factories import make_mailing, people, register_audience
from tests.mailing.sink import DROP, KEEP_AND_DROP

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

RECIPIENTS = int(os.environ.get("RECIPIENTS", "100000"))
KILLS = int(os.environ.get("KILLS", "200"))
SEED = int(os.environ.get("SEED", "20261125"))
WINDOW = 32
# Workers in their usual size, but for leases that end while one watches.
OPTIONS = {"window": WINDOW, "windows": 8, "claim_lease": 8, "lease": 8, "patience": 4, "slice": 2}
A_LONG_TIME = 40 * 60


class Weather:
    """A relay's bad days, by chance and again the same: 1 % of connections lost after DATA, 5 % refused for now."""

    def __init__(self, seed):
        self._chance = random.Random(seed)  # noqa: S311 - repeatable
        self.dropped = self.refused = 0

    def __call__(self, stage, recipient):
        luck = self._chance.random()
        if stage == "content" and luck < 0.01:
            self.dropped += 1
            # Half of them had arrived.
            return KEEP_AND_DROP if luck < 0.005 else DROP
        if stage == "rcpt" and luck < 0.05:
            self.refused += 1
            return "421 4.3.2 closing" if luck < 0.01 else "451 4.7.1 later"
        return None


def test_two_hundred_kills_while_a_hundred_thousand_get_their_letters(workers, sink):
    """Faults 1, 5, 7 and 16. What is to be tried later is due at once: no pause of an hour is waited for."""
    sink.script = weather = Weather(SEED)
    register_audience(people(RECIPIENTS))
    mailing = make_mailing()
    services.schedule_mailing(mailing)
    began = time.monotonic()
    crew = workers(recipients=RECIPIENTS, **OPTIONS)
    chance = random.Random(SEED)  # noqa: S311 - repeatable
    # The moments of the kills, by how much had arrived; the last ones hit what is left over.
    for kill, moment in enumerate(sorted(chance.randrange(RECIPIENTS * 98 // 100) for _kill in range(KILLS))):
        until(lambda moment=moment: _let_be_due() or len(sink.accepted) >= moment, "It stands still.", A_LONG_TIME)
        crew.tell(f"kill {SEED + kill}")
    until(lambda: _let_be_due() or nothing_is_open(), "It doesn't end.", A_LONG_TIME)
    verdict = judge(sink)
    # The weather stays as it is: what is sent again may be uncertain again.
    until(lambda: _settle(sink) or Mailing.objects.get().state == Mailing.State.DONE, "It never got done.", 600)
    limit = KILLS * WINDOW + weather.dropped
    print(  # noqa: T201 - the record
        f"kill -9: seed {SEED}, {RECIPIENTS} recipients, {KILLS} kills, {weather.dropped} connections lost after DATA, "
        f"{weather.refused} refused for now: {verdict} (limit {limit}), {time.monotonic() - began:.0f} s"
    )
    assert (verdict.lost, verdict.twice) == (0, 0)
    assert verdict.uncertain <= limit
    account = selectors.account(mailing)
    assert account.balances
    assert account.counts[Delivery.State.SENT] == RECIPIENTS
    # Once what was uncertain is settled by the relay's log, everybody has it exactly once.
    assert len(sink.accepted) == len(set(sink.recipients)) == RECIPIENTS


def _settle(sink):
    if nothing_is_open():
        settle(sink)
    return _let_be_due()


_last = [0.0]


def _let_be_due():
    """Once a second, let what was refused for now be due. Returns False."""
    if time.monotonic() - _last[0] > 1:
        _last[0] = time.monotonic()
        Delivery.objects.filter(state=Delivery.State.RETRY, due_at__gt=Now()).update(due_at=Now())
    return False
