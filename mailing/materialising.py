"""Makes a delivery for everybody in an audience, in batches: broken off, it goes on behind the last one committed."""

from itertools import islice

from django.db import transaction

from mailing import mailings
from mailing.addresses import deliverable, new_message_id, recipient_key
from mailing.eligibility import audience_of
from mailing.insertion import Row, insert_rows, known_keys, refresh_statistics
from mailing.models import Delivery, Mailing
from mailing.options import read_options

BATCH = 10_000


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
            refresh_statistics()
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
    rows = {}
    for row in map(Rows(mailing), batch):
        rows.setdefault(row.recipient_key, row)
    for key in known_keys(mailing, list(rows)):
        del rows[key]
    insert_rows(list(rows.values()))
    return mailings.advance(mailing, before=batch[-1][0], cursor=batch[-1][0], added=len(rows))


class Rows:
    """Makes rows of the ledger of what an audience yields."""

    def __init__(self, mailing):
        self._mailing = mailing
        self._domain = read_options().domain

    def __call__(self, pair):
        recipient = pair[1]
        address = deliverable(recipient.address)
        return Row(
            mailing_id=self._mailing.pk,
            recipient_key=recipient_key(address),
            address=address,
            reference=recipient.reference,
            language=recipient.language,
            slots=recipient.slots,
            message_id=new_message_id(self._domain),
            state=Delivery.State.SKIPPED.value if recipient.skip else Delivery.State.PENDING.value,
            reason=recipient.skip,
        )
