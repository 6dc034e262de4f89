"""Asks how mailings and the outbox are doing."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from mailing.models import Bounce, Delivery, Mailing, Outbox, Suppression
from mailing.reasons import reason_label


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

    @property
    def labelled_reasons(self):
        """The reasons for people: triples (label of the state, label of the reason, number)."""
        return [
            (Delivery.State(state).label, reason_label(reason), number)
            for (state, reason), number in sorted(self.reasons.items())
        ]


def account(mailing):
    """The accounting equation of a mailing: its audience = the sum over all states."""
    return accounts([mailing])[mailing.pk]


def accounts(mailings):
    """{id: `Account`} of these mailings."""
    audiences = Mailing.objects.filter(pk__in=[mailing.pk for mailing in mailings]).values_list("pk", "audience")
    found = {pk: Account(audience, dict.fromkeys(Delivery.State.values, 0), {}) for pk, audience in audiences}
    of_these = Delivery.objects.filter(mailing__in=list(found)).order_by()
    for pk, state, reason, number in of_these.values_list("mailing", "state", "reason").annotate(Count("pk")):
        found[pk].counts[state] += number
        if reason:
            found[pk].reasons[state, reason] = number
    return found


@dataclass(frozen=True)
class OutboxState:
    """The outbox at one moment, for `manage.py mail_status` and the report."""

    locked_at: datetime | None
    due: int
    oldest_due: datetime | None
    singles: dict
    mailings: list
    suppressed: int
    soft_bounces: int
    uncertain: int


def outbox_state(*, mailings=10):
    """How the outbox is doing, with the accounts of the latest `mailings`."""
    outbox = Outbox.objects.filter(pk=1).first()
    due = Delivery.objects.due().filter(Q(mailing=None) | Q(mailing__state=Mailing.State.SENDING))
    counted = due.aggregate(number=Count("pk"), oldest=Min("due_at"))
    singles = dict.fromkeys(Delivery.State.values, 0)
    singles |= dict(Delivery.objects.single().order_by().values_list("state").annotate(Count("pk")))
    latest = list(Mailing.objects.exclude(state=Mailing.State.DRAFT).order_by("-pk")[:mailings])
    books = accounts(latest)
    return OutboxState(
        locked_at=outbox.locked_at if outbox else None,
        due=counted["number"],
        oldest_due=counted["oldest"],
        singles=singles,
        mailings=[(mailing, books[mailing.pk]) for mailing in latest],
        suppressed=Suppression.objects.count(),
        soft_bounces=Bounce.objects.filter(kind=Bounce.Kind.SOFT).count(),
        uncertain=Delivery.objects.uncertain().count(),
    )


def uncertain_deliveries(mailing=None):
    """What nobody can say of whether it arrived, the oldest first; of one mailing, or of all mail."""
    uncertain = Delivery.objects.uncertain().select_related("mailing", "letter").order_by("pk")
    return uncertain.filter(mailing=mailing) if mailing else uncertain
