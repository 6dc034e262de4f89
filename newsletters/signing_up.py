"""From a form to a confirmed subscription: ask, answer by mail, confirm by a button."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from members.models import ConsentRecord
from newsletters.models import SignUp, Subscriber, Subscription
from newsletters.tasks import answer_sign_up

# Nothing can be confirmed any more after 72 hours.
DAYS_OF_SIGN_UPS = 4


class UsedAlready(Exception):
    """This sign-up has been confirmed before."""


@transaction.atomic
def request_sign_up(
    *, email, lists, language, consent_text, form_url, topics=(), every_days=0, first_name="", network=""
):
    """Keep what a form asked for. The address is looked up later, so that no form tells by its time who is known."""
    sign_up = SignUp.objects.create(
        email=email,
        language=language,
        first_name=first_name,
        every_days=every_days,
        consent_text=consent_text,
        form_url=form_url,
        network=network,
    )
    sign_up.lists.set(lists)
    sign_up.topics.set(topics)
    answer_sign_up.enqueue(sign_up.pk)
    return sign_up


@transaction.atomic
def confirm(sign_up, at=None):
    """Make the wishes of a sign-up true, and keep the proof. Returns the subscriber. Raises UsedAlready."""
    now = at or timezone.now()
    if not SignUp.objects.filter(pk=sign_up.pk, confirmed_at=None, answered_at__isnull=False).update(confirmed_at=now):
        raise UsedAlready
    subscriber, _new = Subscriber.objects.get_or_create(email=sign_up.email, defaults={"language": sign_up.language})
    subscriber.language = sign_up.language
    subscriber.first_name = sign_up.first_name or subscriber.first_name
    subscriber.save(update_fields=["language", "first_name"])
    topics = list(sign_up.topics.all())
    for mailing_list in sign_up.lists.all():
        subscribe(subscriber, mailing_list, topics=topics, every_days=sign_up.every_days, at=now)
        record(
            ConsentRecord.Action.GIVEN,
            subscriber,
            mailing_list,
            text=sign_up.consent_text,
            form_url=sign_up.form_url,
            network=sign_up.network,
            requested_at=sign_up.requested_at,
            confirmed_at=now,
        )
    return subscriber


def subscribe(subscriber, mailing_list, *, topics=(), every_days=0, at=None):
    """Put a subscriber on a list; of the topics, those that it offers count, and none means all. Returns the row."""
    subscription, _new = Subscription.objects.update_or_create(
        subscriber=subscriber,
        mailing_list=mailing_list,
        defaults={
            "state": Subscription.State.CONFIRMED,
            "confirmed_at": at or timezone.now(),
            "unsubscribed_at": None,
            "unsubscribed_by": "",
            "language": subscriber.language,
            "every_days": every_days,
        },
    )
    set_topics(subscription, topics)
    return subscription


def set_topics(subscription, topics):
    """Of the topics, those that the list offers count; none of them means all."""
    offered = set(subscription.mailing_list.topics.values_list("pk", flat=True))
    chosen = [topic for topic in topics if topic.pk in offered]
    subscription.topics.set(chosen)
    subscription.every_topic = not chosen
    subscription.save(update_fields=["every_topic"])


def record(action, subscriber, mailing_list, **facts):
    """Add to the record of consent what `subscriber` said about a list."""
    return ConsentRecord.objects.create(
        action=action,
        purpose=mailing_list.consent_purpose,
        address=subscriber.email,
        language=subscriber.language,
        **facts,
    )


def forget_unconfirmed():
    """Delete sign-ups that can't be confirmed any more, and who came to nothing by them; runs nightly."""
    before = timezone.now() - timedelta(days=DAYS_OF_SIGN_UPS)
    SignUp.objects.filter(requested_at__lt=before).delete()
    unconfirmed = Subscription.objects.filter(state=Subscription.State.UNCONFIRMED, created_at__lt=before)
    unconfirmed.delete()
    nobody = Subscriber.objects.filter(subscriptions=None, created_at__lt=before, state=Subscriber.State.ACTIVE)
    nobody.delete()
