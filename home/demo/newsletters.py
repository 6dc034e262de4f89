"""The demonstration's newsletters and their made-up subscribers, whose addresses lead nowhere."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from home.demo.texts import load
from members.models import ConsentRecord
from newsletters.models import Frequency, MailingList, Subscriber, Subscription
from newsletters.offers import consent_text
from newsletters.signing_up import record, set_topics
from taxonomy.models import Topic

SUBSCRIBERS = 40
State = Subscription.State


def write_newsletters():
    """Make the lists and the subscribers where there is no list yet; editors may have deleted what they don't want."""
    if MailingList.objects.exists():
        return
    content = load("newsletters")
    lists = [_list(entry, order) for order, entry in enumerate(content["lists"])]
    for number in range(SUBSCRIBERS):
        _subscriber(number, content["names"], lists)


def _list(entry, order):
    mailing_list = MailingList.objects.create(
        slug=entry["slug"],
        labels=entry["name"],
        description=entry["description"],
        in_short_forms=entry["short"],
        order=order,
    )
    mailing_list.topics.set(Topic.objects.filter(slug__in=entry["topics"]))
    return mailing_list


def _subscriber(number, names, lists):
    """Every number has its own mix, the same on every machine."""
    languages = list(dict(settings.LANGUAGES))
    subscriber = Subscriber.objects.create(
        email=f"reader{number + 1:02}@example.org",
        first_name=names[number % len(names)] if number % 3 else "",
        language=languages[0 if number % 4 else -1],
        created_at=timezone.now() - timedelta(days=400 - 9 * number),
    )
    chosen = lists if number % 5 == 0 else lists[:1] if number % 3 else lists[1:]
    for mailing_list in chosen:
        _subscription(number, subscriber, mailing_list)


def _subscription(number, subscriber, mailing_list):
    state = State.UNSUBSCRIBED if number % 11 == 10 else State.CONFIRMED
    since = subscriber.created_at
    row = Subscription.objects.create(
        subscriber=subscriber,
        mailing_list=mailing_list,
        state=state,
        language=subscriber.language,
        every_days=Frequency.MONTHLY if number % 6 == 5 else Frequency.EVERY_ISSUE,
        created_at=since,
        confirmed_at=since,
        unsubscribed_at=since + timedelta(days=20) if state == State.UNSUBSCRIBED else None,
    )
    with override(subscriber.language):
        proof = {"text": consent_text(), "form_url": reverse("newsletters"), "confirmed_at": since}
    record(ConsentRecord.Action.GIVEN, subscriber, mailing_list, **proof)
    offered = list(mailing_list.topics.all())
    if number % 2 and offered:
        set_topics(row, [offered[number % len(offered)], offered[(number // 2) % len(offered)]])
