"""How issues stand: their state, whom they would reach, what became of them."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from mailing.models import Delivery, Mailing
from mailing.selectors import account
from newsletters.models import Issue, Subscription


@dataclass(frozen=True)
class Reach:
    """Whom an issue would reach if it left now: how many in each language, and how many are left out as too soon."""

    languages: dict
    too_soon: int

    @property
    def total(self):
        return sum(self.languages.values())


def issue_of(key):
    """The `Issue` of a translation key, or None before it is scheduled for the first time."""
    return Issue.objects.select_related("mailing", "mailing_list").filter(key=key).first()


def states_of(pages):
    """{translation key: label of the state} of issues."""
    issues = Issue.objects.select_related("mailing").filter(key__in={page.translation_key for page in pages})
    known = {issue.key: issue.mailing.get_state_display() for issue in issues}
    return {page.translation_key: known.get(page.translation_key, Mailing.State.DRAFT.label) for page in pages}


def reach_of(page):
    """The `Reach` of an issue, counted before it leaves."""
    topics = [topic.pk for topic in page.topic_list]
    audience = Subscription.objects.audience(page.mailing_list_id, topics, timezone.now())
    counted = audience.due.order_by().values_list("language").annotate(count=Count("pk"))
    return Reach(dict(counted), audience.too_soon.count())


@dataclass(frozen=True)
class Report:
    """What became of an issue. `account` is the equation of its mailing."""

    account: object
    unsubscribed: int

    @property
    def states(self):
        """What the audience consists of: pairs (label of the state, how many) of those that there are."""
        return [(Delivery.State(state).label, count) for state, count in self.account.counts.items() if count]

    @property
    def reasons(self):
        """Why, as triples (label of the state, label of the reason, how many)."""
        return self.account.labelled_reasons


def report_of(issue):
    left = Subscription.objects.filter(unsubscribed_by=issue.key.hex).count()
    return Report(account(issue.mailing), left)
