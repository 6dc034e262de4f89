"""What subscribers change themselves: their wishes, leaving, the address, taking or erasing their data."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from mailing.services import erase_address
from members.models import ConsentRecord
from newsletters import mails
from newsletters.models import SignUp, Subscriber, Subscription
from newsletters.models.subscribers import new_key
from newsletters.signing_up import record, set_topics, subscribe

CONFIRMED, UNSUBSCRIBED = Subscription.State.CONFIRMED, Subscription.State.UNSUBSCRIBED


class AddressTaken(Exception):
    """Another subscriber has this address by now."""


@transaction.atomic
def set_preferences(*, subscriber, language, wishes, consent_text, form_url, first_name="", network=""):
    """Make `wishes` true: {list: (wanted, topics, days)}. The owner of the mailbox says so, so nothing waits."""
    subscriber.language, subscriber.first_name = language, first_name
    subscriber.save(update_fields=["language", "first_name"])
    # One person reads everything in one language.
    subscriber.subscriptions.update(language=language)
    known = {row.mailing_list_id: row for row in subscriber.subscriptions.select_related("mailing_list")}
    for mailing_list, (wanted, topics, every_days) in wishes.items():
        row = known.get(mailing_list.pk)
        if row and row.state == CONFIRMED and wanted:
            row.every_days = every_days
            row.save(update_fields=["every_days"])
            set_topics(row, topics)
        elif wanted:
            subscribe(subscriber, mailing_list, topics=topics, every_days=every_days)
            given = ConsentRecord.Action.GIVEN
            record(given, subscriber, mailing_list, text=consent_text, form_url=form_url, network=network)
        elif row and row.state != UNSUBSCRIBED:
            unsubscribe(row)


@transaction.atomic
def unsubscribe(subscription, *, issue=""):
    """Take a subscription off its list; says whether it was on it. `issue` is the key of the issue that led to it."""
    changed = (
        Subscription.objects.filter(pk=subscription.pk)
        .exclude(state=UNSUBSCRIBED)
        .update(state=UNSUBSCRIBED, unsubscribed_at=timezone.now(), unsubscribed_by=issue)
    )
    if changed:
        record(ConsentRecord.Action.WITHDRAWN, subscription.subscriber, subscription.mailing_list)
    return bool(changed)


@transaction.atomic
def unsubscribe_from_everything(subscriber):
    """Take a subscriber off every list; returns how many they were on."""
    rows = subscriber.subscriptions.exclude(state=UNSUBSCRIBED).select_related("mailing_list", "subscriber")
    return sum(unsubscribe(row) for row in rows)


@transaction.atomic
def ask_to_move(*, subscriber, email):
    """Ask the owner of the mailbox `email` whether the subscription may move there.

    If somebody with that address is subscribed, they hear of it, and whoever asked sees no difference.
    """
    if other := Subscriber.objects.filter(email=email).exclude(pk=subscriber.pk).first():
        mails.send_known(other)
        return
    subscriber.new_email = email
    subscriber.save(update_fields=["new_email"])
    mails.send_new_address(subscriber)


@transaction.atomic
def move(*, subscriber):
    """Let the waiting address be the subscriber's. Links in older letters show nobody their preferences any more.

    Raises AddressTaken where somebody else has subscribed with it since.
    """
    former, email = subscriber.email, subscriber.new_email
    if Subscriber.objects.filter(email=email).exclude(pk=subscriber.pk).exists():
        raise AddressTaken
    subscriber.email, subscriber.new_email, subscriber.key = email, "", new_key()
    subscriber.save(update_fields=["email", "new_email", "key"])
    for row in subscriber.subscriptions.filter(state=CONFIRMED).select_related("mailing_list"):
        record(ConsentRecord.Action.GIVEN, subscriber, row.mailing_list, source="moved")
    mails.send_moved(subscriber, former)


@transaction.atomic
def erase(subscriber):
    """Delete a subscriber with all that is on record about their address.

    Only its hash stays in the outbox, so that no import brings it back.
    """
    erase_address(subscriber.email)
    SignUp.objects.filter(email=subscriber.email).delete()
    ModelLogEntry.objects.for_instance(subscriber).delete()
    ConsentRecord.objects.erase(subscriber.email)
    subscriber.delete()


def everything_about(subscriber):
    """All that is stored about a subscriber, as plain data (GDPR, Art. 15 and 20)."""
    rows = subscriber.subscriptions.select_related("mailing_list").prefetch_related("topics")
    return {
        "email": subscriber.email,
        "first_name": subscriber.first_name,
        "language": subscriber.language,
        "since": subscriber.created_at.isoformat(),
        "subscriptions": [
            {
                "list": row.mailing_list.slug,
                "state": row.state,
                "language": row.language,
                "at_most_every_days": row.every_days,
                "topics": None if row.every_topic else [topic.slug for topic in row.topics.all()],
                "since": row.created_at.isoformat(),
                "confirmed_at": _moment(row.confirmed_at),
                "unsubscribed_at": _moment(row.unsubscribed_at),
                "last_issue_at": _moment(row.last_issue_at),
            }
            for row in rows
        ],
        "consents": [
            {
                "purpose": consent.purpose,
                "action": consent.action,
                "text": consent.text,
                "language": consent.language,
                "form": consent.form_url,
                "source": consent.source,
                "network": consent.network,
                "requested_at": _moment(consent.requested_at),
                "confirmed_at": _moment(consent.confirmed_at),
            }
            for consent in ConsentRecord.objects.about(subscriber.email)
        ],
    }


def _moment(value):
    return value.isoformat() if value else None
