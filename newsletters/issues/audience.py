"""Whom an issue goes to, and who of them may still be mailed when their turn comes."""

from django.db.models import BigIntegerField
from django.db.models.functions import Cast, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailing.eligibility import Audience, Recipient
from mailing.models import Delivery
from newsletters import links, preferences
from newsletters.issues.placeholders import words_for
from newsletters.models import Issue, Subscriber, Subscription
from newsletters.tasks import publish_issue

BATCH = 5000
FIELDS = ("pk", "language", "subscriber__email", "subscriber__first_name")
TOO_SOON, LEFT, BLOCKED, GONE = "wants fewer issues", "unsubscribed", "blocked", "erased"
REASONS = {
    TOO_SOON: _("wants fewer issues"),
    LEFT: _("has unsubscribed"),
    BLOCKED: _("is blocked"),
}


class IssueAudience(Audience):
    """The confirmed subscriptions of the issue's list that its topics meet; references are their ids."""

    def recipients(self, mailing, after):
        issue = mailing.issue
        wanted = Subscription.objects.wanting(issue.mailing_list_id, issue.topics).order_by("pk")
        last = int(after or 0)
        while rows := list(wanted.filter(pk__gt=last).values_list(*FIELDS)[:BATCH]):
            last = rows[-1][0]
            soon = wanted.filter(pk__range=(rows[0][0], last)).too_soon(timezone.now())
            skipped = set(soon.values_list("pk", flat=True))
            for pk, language, address, first_name in rows:
                skip = TOO_SOON if pk in skipped else ""
                yield str(pk), Recipient(address, str(pk), language, words_for(first_name, language), skip)

    def refusals(self, mailing, references):
        rows = Subscription.objects.filter(pk__in=references).values_list("pk", "state", "subscriber__state")
        refused = dict.fromkeys(references, GONE)
        for pk, state, subscriber in rows:
            del refused[str(pk)]
            if subscriber != Subscriber.State.ACTIVE:
                refused[str(pk)] = BLOCKED
            elif state != Subscription.State.CONFIRMED:
                refused[str(pk)] = LEFT
        return refused

    def words(self, mailing, deliveries):
        issue = mailing.issue
        ids = [delivery.reference for delivery in deliveries]
        known = Subscription.objects.select_related("subscriber").in_bulk(ids)
        return {
            delivery.pk: _links(subscription, issue)
            for delivery in deliveries
            if (subscription := known.get(int(delivery.reference)))
        }

    def unsubscribe(self, mailing, reference):
        if row := Subscription.objects.select_related("subscriber", "mailing_list").filter(pk=reference).first():
            preferences.unsubscribe(row, issue=mailing.issue.key.hex)

    def started(self, mailing):
        """Whoever is in the audience has had an issue now; the archive follows on its own."""
        references = mailing.deliveries.exclude(state=Delivery.State.SKIPPED).order_by()
        ids = references.annotate(subscription=Cast("reference", BigIntegerField())).values("subscription")
        Subscription.objects.filter(pk__in=ids).update(last_issue_at=Now())
        publish_issue.enqueue(Issue.objects.values_list("pk", flat=True).get(mailing=mailing))


def _links(subscription, issue):
    url = links.unsubscribe_url(subscription, issue.key.hex)
    return {
        "unsubscribe_url": url,
        "unsubscribe_post_url": url,
        "preferences_url": links.preferences_url(subscription.subscriber, subscription.language),
    }
