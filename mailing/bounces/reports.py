"""What a mail provider's reports change: bounces, complaints, wishes to get no more. Each counts once."""

import hashlib
import logging
import re
from datetime import timedelta

from anymail.signals import EventType, RejectReason
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from mailing import ledger
from mailing.addresses import recipient_key
from mailing.bounces.dsn import MESSAGE_ID, kind_of
from mailing.bounces.providers import Forged
from mailing.bounces.receiving import leave, record_bounce
from mailing.models import Bounce, Delivery, HeardReport

logger = logging.getLogger(__name__)

# Providers try again for hours where nobody answered.
GOOD_FOR = timedelta(days=1)
CLOCKS_DIFFER = timedelta(minutes=5)
# No part of an IP address.
_STATUS = re.compile(r"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\.?\d)", re.ASCII)
_FOR_GOOD = {RejectReason.BOUNCED, RejectReason.INVALID}


def take(reports):
    """Act on pairs (event, moment when it was signed): on all of them or, where something fails, on none.

    Raises Forged for one of another day: somebody kept it.
    """
    with transaction.atomic():
        for event, signed_at in reports:
            if not -CLOCKS_DIFFER < timezone.now() - signed_at < GOOD_FOR:
                raise Forged("of another day")
            if not _is_text(event.event_id):
                raise Forged("without an identifier")
            digest = hashlib.sha256(event.event_id.encode()).hexdigest()
            if HeardReport.objects.get_or_create(digest=digest)[1]:
                _act_on(event, digest)
            else:
                logger.warning("The report %s of the mail provider came again and changed nothing.", digest[:16])


def forget_reports():
    """Forget those that are too old to come again. Returns how many."""
    return HeardReport.objects.filter(heard_at__lt=Now() - 2 * GOOD_FOR).delete()[0]


def _act_on(event, digest):
    delivery = _delivery_of(event)
    if delivery is None:
        logger.info("The report %s of the mail provider is about no message of ours.", digest[:16])
        return
    if event.event_type == EventType.DELIVERED:
        ledger.found([delivery.pk])
    elif event.event_type == EventType.UNSUBSCRIBED:
        leave(delivery)
    elif kind := _bounce_kind(event):
        record_bounce(delivery, kind=kind, code=_status(event))
        logger.info("Delivery %s: the mail provider reports %s (%s).", delivery.pk, kind, digest[:16])


def _delivery_of(event):
    """The delivery by the Message-ID that it left with, which nobody guesses; None where it isn't its recipient's."""
    named = event.metadata.get("message_id") if isinstance(event.metadata, dict) else None
    named = named or event.message_id
    if not (_is_text(named) and MESSAGE_ID.fullmatch(named) and _is_text(event.recipient)):
        return None
    theirs = Delivery.objects.filter(message_id=named, recipient_key=recipient_key(event.recipient))
    return theirs.select_related("mailing").first()


def _is_text(value):
    """Whether this is text that can be kept and hashed: JSON may say anything."""
    return isinstance(value, str) and value.isprintable() and value != ""


def _bounce_kind(event):
    """What kind of bounce this event is; None where it is none."""
    if event.event_type == EventType.COMPLAINED or (
        event.event_type == EventType.REJECTED and event.reject_reason == RejectReason.SPAM
    ):
        return Bounce.Kind.COMPLAINT
    if event.event_type == EventType.DEFERRED:
        return Bounce.Kind.SOFT
    if event.event_type not in (EventType.BOUNCED, EventType.REJECTED):
        return None
    if status := _status(event):
        return kind_of(status)
    return Bounce.Kind.HARD if event.reject_reason in _FOR_GOOD else Bounce.Kind.SOFT


def _status(event):
    """The enhanced status code that the recipient's server gave; empty without one."""
    found = _STATUS.search(str(event.mta_response or ""))
    return found[0] if found else ""
