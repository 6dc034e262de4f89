"""Writes many deliveries at once: over COPY where the database has it, which takes a fifth of the time of INSERT."""

import json
from typing import NamedTuple

from django.db import connection
from django.db.models.functions import Now

from mailing.models import Delivery

# COPY knows no defaults but the database's own.
CONSTANT = {"idempotency_key": "", "again_if_uncertain": False, "detail": "", "attempts": 0, "repeats": 0, "worker": ""}
BATCH = 500  # SQLite takes so many parameters in one statement


class Row(NamedTuple):
    """What is peculiar to one delivery when it is made."""

    mailing_id: int
    recipient_key: str
    address: str
    reference: str
    language: str
    slots: dict
    message_id: str
    state: str
    reason: str


def known_keys(mailing, keys):
    """Those of these recipients' keys that the mailing has a delivery for."""
    if connection.vendor == "postgresql":
        # As one parameter: thousands of them take longer to write than to look up. Each is looked up by its key: while
        # the table grows, the database takes a mailing for small and would read all that it has, hence the sum.
        table = connection.ops.quote_name(Delivery._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                SELECT key FROM unnest(%s::text[]) AS key, LATERAL (
                  SELECT FROM {table} WHERE recipient_key = key AND mailing_id + 0 = %s LIMIT 1
                ) AS known
                """,  # noqa: S608 - our own table
                [keys, mailing.pk],
            )
            return [key for (key,) in cursor.fetchall()]
    return [
        key
        for start in range(0, len(keys), BATCH)
        for key in mailing.deliveries.filter(recipient_key__in=keys[start : start + BATCH]).values_list(
            "recipient_key", flat=True
        )
    ]


def insert_rows(rows):
    """Insert what is not in the ledger yet: waiting, or left out from the beginning."""
    waiting = [row for row in rows if row.state == Delivery.State.PENDING]
    skipped = [row for row in rows if row.state != Delivery.State.PENDING]
    _create(skipped, finished_at=Now())
    if connection.vendor == "postgresql":
        _copy(waiting)
    else:
        _create(waiting)


def refresh_statistics():
    """Let the database know how large the ledger has become: it would look for what is due the slow way."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(Delivery._meta.db_table)}")


def _create(rows, **fields):
    Delivery.objects.bulk_create((Delivery(**row._asdict(), **fields) for row in rows), batch_size=BATCH)


def _copy(rows):
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, (*Row._fields, *CONSTANT)))
    constant = tuple(CONSTANT.values())
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {quote(Delivery._meta.db_table)} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row((*row._replace(slots=json.dumps(row.slots)), *constant))
