"""Asks how mailings and the outbox are doing."""

from dataclasses import dataclass

from django.db.models import Count

from mailing.models import Delivery


@dataclass(frozen=True)
class Account:
    """What became of an audience: {state: how many}, and why, as {(state, reason): how many}."""

    audience: int
    counts: dict
    reasons: dict

    @property
    def accounted(self):
        return sum(self.counts.values())

    @property
    def balances(self):
        """Whether everybody whom the audience was counted to have is in exactly one state."""
        return self.accounted == self.audience


def account(mailing):
    """The accounting equation of a mailing: its audience = the sum over all states."""
    counts = dict.fromkeys(Delivery.State.values, 0)
    reasons = {}
    grouped = mailing.deliveries.order_by().values_list("state", "reason").annotate(Count("pk"))
    for state, reason, number in grouped:
        counts[state] += number
        if reason:
            reasons[state, reason] = number
    return Account(type(mailing).objects.values_list("audience", flat=True).get(pk=mailing.pk), counts, reasons)
