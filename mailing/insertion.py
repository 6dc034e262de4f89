"""Writes many deliveries at once: over COPY where the database has it, which takes a fifth of the time of INSERT."""

import json

from django.db import connection
from django.db.models.functions import Now

from mailing.models import Delivery

COLUMNS = ("mailing_id", "recipient_key", "address", "reference", "language", "slots", "message_id", "state")
# COPY knows no defaults but the database's own.
CONSTANT = {"idempotency_key": "", "again_if_uncertain": False, "reason": "", "detail": "", "attempts": 0}
CONSTANT |= {"repeats": 0, "worker": ""}
BATCH = 500  # SQLite takes so many parameters in one statement


def insert_deliveries(deliveries):
    """Insert what is not in the ledger yet: waiting, or left out from the beginning."""
    skipped = [delivery for delivery in deliveries if delivery.state == Delivery.State.SKIPPED]
    for delivery in skipped:
        delivery.finished_at = Now()
    Delivery.objects.bulk_create(skipped, batch_size=BATCH)
    waiting = [delivery for delivery in deliveries if delivery.state == Delivery.State.PENDING]
    if connection.vendor == "postgresql":
        _copy(waiting)
    else:
        Delivery.objects.bulk_create(waiting, batch_size=BATCH)


def _copy(deliveries):
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, (*COLUMNS, *CONSTANT)))
    statement = f"COPY {quote(Delivery._meta.db_table)} ({columns}) FROM STDIN"
    constant = tuple(CONSTANT.values())
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for delivery in deliveries:
            values = [getattr(delivery, name) for name in COLUMNS]
            values[5] = json.dumps(values[5])
            copy.write_row((*values, *constant))
