"""Nothing leaves after an old backup was put back: what it says is waiting may have been sent since.

Each sweep counts a serial number up in the database and writes it into a file beside it. A file that remembers more
than the database knows has seen a later one.
"""

import os
from pathlib import Path

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest, Now

from mailing import ledger
from mailing.models import Outbox
from mailing.options import read_options

FILE = "serial"


def may_send():
    """Whether mail may leave. Compares this machine's memory with the database, and locks the outbox if it is older."""
    # The file first: the database knows at least what any file said a moment ago, as it is written before them.
    remembered = _remembered()
    outbox = Outbox.objects.get_or_create(pk=1)[0]
    older = Outbox.objects.filter(pk=1, serial__lt=remembered)
    if outbox.serial < remembered and older.update(
        remembered=Greatest(F("remembered"), remembered), locked_at=Coalesce("locked_at", Now())
    ):
        return False
    return outbox.locked_at is None


def remember():
    """Count up, and let this machine remember the number. The database first: it must never know less."""
    if not may_send():
        return
    Outbox.objects.filter(pk=1, locked_at=None).update(serial=F("serial") + 1)
    _write(Outbox.objects.get(pk=1).serial)


def unlock():
    """Let mail leave again. What was waiting in the backup is uncertain from now on; single messages are dropped.

    Returns (how many are uncertain, how many were dropped), or None where the outbox wasn't locked.
    """
    with transaction.atomic():
        locked = Outbox.objects.filter(~Q(locked_at=None), pk=1)
        if not locked.update(serial=Greatest(F("serial"), F("remembered")) + 1, remembered=0, locked_at=None):
            return None
        return ledger.suspect_all()


def _file():
    return Path(read_options().memory) / FILE


def _remembered():
    try:
        return int(_file().read_text())
    except (FileNotFoundError, ValueError):
        return 0  # a new machine, or a file that was cut off while it was written


def _write(serial):
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}.new")
    fresh.write_text(str(serial))
    fresh.replace(file)
