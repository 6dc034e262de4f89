"""The letter that a sign-up is answered with, beside the request: how long it takes tells nobody who is subscribed."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from newsletters import mails
from newsletters.models import SignUp, Subscriber, Subscription

# Letters that one mailbox gets in a day because somebody typed its address into a form.
MOST_A_DAY = 3
DAY = timedelta(days=1)


@transaction.atomic
def answer(sign_up_id):
    """Send the letter that a sign-up deserves, once: a confirmation, "you are subscribed already", or none.

    None goes to who is blocked, and to a mailbox that has had enough of them today.
    """
    now = timezone.now()
    if not SignUp.objects.filter(pk=sign_up_id, answered_at=None).update(answered_at=now):
        return
    sign_up = SignUp.objects.get(pk=sign_up_id)
    subscriber = Subscriber.objects.filter(email=sign_up.email).first()
    if _has_enough(sign_up, now) or (subscriber and subscriber.state == Subscriber.State.BLOCKED):
        return
    confirmed = subscriber.subscriptions.confirmed() if subscriber else Subscription.objects.none()
    wanted = sign_up.lists.exclude(subscriptions__in=confirmed)
    if subscriber and not wanted:
        mails.send_known(subscriber)
        return
    _wait_for(sign_up, subscriber, wanted)
    mails.send_confirmation(sign_up, list(sign_up.lists.all()))


def _has_enough(sign_up, now):
    today = SignUp.objects.filter(mailbox=sign_up.mailbox, requested_at__gt=now - DAY, answered_at__isnull=False)
    return today.filter(pk__lt=sign_up.pk).count() >= MOST_A_DAY


def _wait_for(sign_up, subscriber, wanted):
    """Show editors whom a letter waits for. What somebody has already said about a list stays."""
    if subscriber is None:
        subscriber = Subscriber.objects.create(email=sign_up.email, language=sign_up.language)
    for mailing_list in wanted:
        Subscription.objects.get_or_create(
            subscriber=subscriber, mailing_list=mailing_list, defaults={"language": sign_up.language}
        )
