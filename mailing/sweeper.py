"""Twice a minute: finds whatever is due, whoever was woken or wasn't, and wakes those who send."""

import logging

from mailing import ledger, lock, mailings
from mailing.clock import now
from mailing.materialising import materialise
from mailing.models import Delivery, Mailing
from mailing.transports.current import get_transport
from mailing.waking import wake_workers

logger = logging.getLogger(__name__)

# Audiences are gathered here for so long; what is left is gathered by the next sweep.
SECONDS = 25
ASKED_AT_ONCE = 5000


def sweep():
    """Settle what was left behind, begin what is due, end what is done, and wake workers where something waits."""
    lock.remember()
    if not lock.may_send():
        return
    back, lost = ledger.expire()
    if back or lost:
        logger.warning("Workers were lost: %s deliveries wait again, %s are uncertain.", back, lost)
    reconcile()
    ledger.repeat_singles()
    while ledger.cancel_waiting():
        pass
    begin_mailings(until=now() + SECONDS)
    finish_mailings()
    ledger.drop_letters()
    if something_is_due():
        wake_workers(times=2**15)


def begin_mailings(*, until):
    """Begin what is scheduled for now, and gather audiences up to the moment `until`."""
    for mailing in Mailing.objects.filter(state=Mailing.State.SCHEDULED).order_by("send_at"):
        mailings.begin(mailing)
    for mailing in Mailing.objects.filter(state=Mailing.State.MATERIALISING).order_by("send_at"):
        materialise(mailing, goes_on=lambda: now() < until)


def finish_mailings():
    """Call done what has nothing open or uncertain any more."""
    for mailing in Mailing.objects.sending():
        mailings.finish(mailing)


def reconcile():
    """Ask the relay about what is uncertain, where it can be asked. Returns how many it had."""
    uncertain = dict(Delivery.objects.uncertain().values_list("message_id", "pk")[:ASKED_AT_ONCE])
    if not uncertain:
        return 0
    return ledger.found([uncertain[message_id] for message_id in get_transport().arrived(uncertain)])


def something_is_due():
    """Whether a worker would find something to claim."""
    due = Delivery.objects.due()
    return due.single().exists() or due.filter(mailing__state=Mailing.State.SENDING).exists()
