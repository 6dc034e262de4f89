"""Makes a delivery for everybody in an audience, in batches: broken off, it goes on behind the last one committed."""

from itertools import islice

from django.db import transaction

from mailing import mailings
from mailing.addresses import new_message_id, normalise, recipient_key
from mailing.eligibility import audience_of
from mailing.insertion import insert_deliveries
from mailing.models import Delivery, Mailing
from mailing.options import read_options

BATCH = 5000


def materialise(mailing, *, goes_on=lambda: True):
    """Put the audience of a mailing that is materialising into the ledger. Returns whether it is complete.

    `goes_on()` is asked between batches; who comes later continues.
    """
    mailing.refresh_from_db()
    recipients = iter(audience_of(mailing).recipients(mailing, mailing.cursor))
    cursor = mailing.cursor
    while mailing.state == Mailing.State.MATERIALISING and goes_on():
        batch = list(islice(recipients, BATCH))
        if not batch:
            return mailings.start(mailing)
        with transaction.atomic():
            if not _add(mailing, batch, cursor):
                return False
        cursor = batch[-1][0]
    return False


def _add(mailing, batch, before):
    """The guard comes first: its row lock keeps everybody else out until the batch is committed."""
    if not mailings.advance(mailing, before=before, cursor=batch[-1][0], added=0):
        return False
    made = {}
    for _cursor, recipient in batch:
        delivery = _delivery(mailing, recipient)
        made.setdefault(delivery.recipient_key, delivery)
    known = Delivery.objects.filter(mailing=mailing, recipient_key__in=list(made))
    for key in known.values_list("recipient_key", flat=True):
        del made[key]
    insert_deliveries(list(made.values()))
    return mailings.advance(mailing, before=batch[-1][0], cursor=batch[-1][0], added=len(made))


def _delivery(mailing, recipient):
    address = normalise(recipient.address)
    return Delivery(
        mailing=mailing,
        recipient_key=recipient_key(address),
        address=address,
        reference=recipient.reference,
        language=recipient.language,
        slots=recipient.slots,
        message_id=new_message_id(read_options().domain),
        state=Delivery.State.SKIPPED if recipient.skip else Delivery.State.PENDING,
        reason=recipient.skip,
    )
