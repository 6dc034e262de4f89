"""The demonstration's past issues as if they had been sent, so that their reports and the next issue have a past."""

from datetime import timedelta

from django.conf import settings

from mailing import services as mailing
from mailing.addresses import new_message_id, recipient_key
from mailing.models import Delivery, Mailing
from newsletters.issues.services import KIND
from newsletters.issues.versions import examine
from newsletters.models import Issue, NewsletterPage, Subscription

TOOK = timedelta(minutes=4)
# One reader in so many had no mailbox any more.
GONE = 15
NO_MAILBOX = "SMTP 550 5.1.1"


def send_past_issues(pages):
    """Write the history of each published issue among the `pages` where none has one yet. No letter leaves."""
    if Issue.objects.exists():
        return
    issues = NewsletterPage.objects.live().filter(pk__in=[page.pk for page in pages])
    for page in issues.exclude(mailing_list=None).order_by("first_published_at"):
        _send(page)


def _send(page):
    day, mailing_list = page.first_published_at, page.mailing_list
    versions, _problems = examine(page.translation_key)
    made, _new = mailing.create_mailing(
        kind=KIND,
        key=f"{KIND}:{page.translation_key.hex}",
        title=page.title,
        sender=settings.DEFAULT_FROM_EMAIL,
        default_language=mailing_list.default_language,
    )
    content_hash = mailing.freeze_bodies(made, {language: one.wording for language, one in versions.items()})
    Issue.objects.create(
        key=page.translation_key,
        mailing=made,
        mailing_list=mailing_list,
        contents={language: one.content for language, one in versions.items()},
        revisions={language: one.revision.pk for language, one in versions.items()},
        topics=[topic.pk for topic in page.topic_list],
    )
    readers = Subscription.objects.wanting(mailing_list.pk, [topic.pk for topic in page.topic_list])
    rows = [
        _delivery(made, reader, day, gone=number % GONE == GONE - 1)
        for number, reader in enumerate(readers.filter(confirmed_at__lt=day).select_related("subscriber"))
    ]
    Delivery.objects.bulk_create(rows)
    over = {"send_at": day, "materialised_at": day, "finished_at": day + TOOK}
    state = {"state": Mailing.State.DONE, "content_hash": content_hash, "audience": len(rows)}
    Mailing.objects.filter(pk=made.pk).update(**over, **state)


def _delivery(made, reader, day, *, gone):
    return Delivery(
        mailing=made,
        recipient_key=recipient_key(reader.subscriber.email),
        address=reader.subscriber.email,
        reference=str(reader.pk),
        language=reader.language,
        message_id=new_message_id("example.org"),
        state=Delivery.State.FAILED if gone else Delivery.State.SENT,
        reason=NO_MAILBOX if gone else "",
        due_at=day,
        created_at=day,
        first_tried_at=day,
        finished_at=day + TOOK,
    )
