"""Compares the ledger with what the sink accepted: who is lost, who got it twice, who is uncertain."""

import time
from collections import Counter
from dataclasses import dataclass

from mailing import ledger
from mailing.models import Delivery

SECONDS = 60


@dataclass(frozen=True)
class Verdict:
    lost: int
    twice: int
    uncertain: int

    def __str__(self):
        return f"lost {self.lost}, twice {self.twice}, uncertain {self.uncertain}"


def judge(sink):
    """The verdict as the ledger has it now, before anybody decides about what is uncertain."""
    accepted = Counter(message.message_id for message in sink.accepted)
    lost = twice = uncertain = 0
    for message_id, state, repeats in Delivery.objects.values_list("message_id", "state", "repeats"):
        lost += state == Delivery.State.SENT and not accepted[message_id]
        twice += accepted[message_id] > 1 + repeats
        uncertain += state == Delivery.State.UNCERTAIN
    return Verdict(lost, twice, uncertain)


def settle(sink):
    """Ask the sink about what is uncertain, as one asks a relay's log. What it never had is sent again."""
    arrived = {message.message_id for message in sink.accepted}
    uncertain = dict(Delivery.objects.uncertain().values_list("message_id", "pk"))
    ledger.found([key for message_id, key in uncertain.items() if message_id in arrived])
    ledger.send_again([key for message_id, key in uncertain.items() if message_id not in arrived])


def until(reached, what="It took too long.", seconds=SECONDS):
    deadline = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < deadline, what() if callable(what) else what
        time.sleep(0.02)


def nothing_is_open():
    return not Delivery.objects.open().exists()
