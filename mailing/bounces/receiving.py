"""What happens to mail that comes to the return address: bounces and wishes to get no more."""

import email
import email.policy
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now

from mailing import ledger
from mailing.bounces.dsn import find_ours, read_dsn
from mailing.bounces.verp import UNSUBSCRIBE
from mailing.eligibility import audience_of
from mailing.models import Bounce, Delivery, Suppression

DAYS_OF_SOFT_BOUNCES = 30


def receive(content, *, recipient=""):
    """Act on one message, given as bytes, that came in for `recipient` (as far as the mail server says).

    Returns what it was: "bounce", "unsubscribe", or "" for anything that isn't surely an answer to mail of ours. Such a
    message changes nothing, whatever it claims.
    """
    message = email.message_from_bytes(content, policy=email.policy.default)
    key = find_ours(message, recipient, UNSUBSCRIBE)
    if key is not None:
        return "unsubscribe" if _unsubscribe(key) else ""
    returned = read_dsn(message, recipient)
    if returned is None:
        return ""
    delivery = _find(returned)
    return "bounce" if delivery and record_bounce(delivery, kind=returned.kind, code=returned.code) else ""


def record_bounce(delivery, *, kind, code=""):
    """Note a bounce, once of a kind; one for good, or a complaint, suppresses the address. Returns whether it was new.

    Who complains leaves the list too. What bounced had been accepted: if its delivery was uncertain, it is sent.
    """
    with transaction.atomic():
        _bounce, new = Bounce.objects.get_or_create(delivery=delivery, kind=kind, defaults={"code": code[:20]})
        ledger.found([delivery.pk])
        if kind in SUPPRESSING:
            Suppression.objects.get_or_create(
                recipient_key=delivery.recipient_key, defaults={"reason": SUPPRESSING[kind]}
            )
        if new and kind == Bounce.Kind.COMPLAINT:
            leave(delivery)
    return new


def forget_soft_bounces():
    """Forget soft bounces after 30 days. Returns how many."""
    old = Bounce.objects.filter(kind=Bounce.Kind.SOFT, received_at__lt=Now() - timedelta(days=DAYS_OF_SOFT_BOUNCES))
    return old.delete()[0]


SUPPRESSING = {
    Bounce.Kind.HARD: Suppression.Reason.BOUNCED,
    Bounce.Kind.COMPLAINT: Suppression.Reason.COMPLAINT,
}


def _find(returned):
    """The delivery that came back; the signed address counts more than what anybody could copy from a message."""
    if returned.delivery is not None:
        return Delivery.objects.filter(pk=returned.delivery).first()
    if returned.message_id:
        return Delivery.objects.filter(message_id=returned.message_id).first()
    return None


def _unsubscribe(key):
    delivery = Delivery.objects.filter(pk=key).select_related("mailing").first()
    return delivery is not None and leave(delivery)


def leave(delivery):
    """Let the recipient of this delivery get no more of its kind. Returns False where there is nothing to leave."""
    if delivery.mailing is None or not delivery.reference:
        return False
    audience_of(delivery.mailing).unsubscribe(delivery.mailing, delivery.reference)
    return True
