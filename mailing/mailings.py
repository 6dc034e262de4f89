"""Every change of a mailing's state. Each is one guarded UPDATE: whoever comes second changes nothing and is told.

draft → scheduled → materialising → sending ⇄ paused → done | cancelled
"""

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce, Now

from mailing.eligibility import audience_of
from mailing.exceptions import NotAllowedNow
from mailing.models import Delivery, Mailing

State = Mailing.State
# What keeps a mailing from being done.
UNSETTLED = (*Delivery.OPEN, Delivery.State.UNCERTAIN)


def schedule(mailing, *, content_hash, send_at=None):
    """draft → scheduled, at `send_at` or as soon as can be. Its bodies have `content_hash` from now on."""
    _move(mailing, [State.DRAFT], State.SCHEDULED, content_hash=content_hash, send_at=Coalesce(send_at, Now()))


def unschedule(mailing):
    """scheduled → draft, so that it may be edited."""
    _move(mailing, [State.SCHEDULED], State.DRAFT, content_hash="", send_at=None)


def begin(mailing):
    """scheduled → materialising, once its moment has come by the database's clock. Returns whether it has."""
    due = Mailing.objects.filter(pk=mailing.pk, state=State.SCHEDULED, send_at__lte=Now())
    return bool(due.update(state=State.MATERIALISING))


def advance(mailing, *, before, cursor, added):
    """Note that recipients up to `cursor` are in the ledger. Returns whether nobody else got beyond `before`."""
    ours = Mailing.objects.filter(pk=mailing.pk, state=State.MATERIALISING, cursor=before)
    return bool(ours.update(cursor=cursor, audience=F("audience") + added))


def start(mailing):
    """materialising → sending: the audience is complete."""
    with transaction.atomic():
        if not _try(mailing, [State.MATERIALISING], State.SENDING, materialised_at=Now()):
            return False
        mailing.refresh_from_db()
        audience_of(mailing).started(mailing)
        return True


def pause(mailing):
    """materialising or sending → paused. At most one window a connection goes out after this has committed."""
    _move(mailing, [State.MATERIALISING, State.SENDING], State.PAUSED)


def resume(mailing):
    """paused → sending, or → materialising where the audience was not complete."""
    complete = Mailing.objects.filter(pk=mailing.pk, state=State.PAUSED, materialised_at__isnull=False)
    if not complete.update(state=State.SENDING):
        _move(mailing, [State.PAUSED], State.MATERIALISING)


def cancel(mailing):
    """Anything that is not over → cancelled. What waits is cancelled with it; what is on its way ends as it ends."""
    with transaction.atomic():
        _move(
            mailing,
            [State.SCHEDULED, State.MATERIALISING, State.SENDING, State.PAUSED],
            State.CANCELLED,
            finished_at=Now(),
        )
        mailing.refresh_from_db()
        audience_of(mailing).finished(mailing)


def finish(mailing):
    """sending → done, once nothing of it is open or uncertain. Returns whether it is."""
    unsettled = Delivery.objects.filter(mailing=OuterRef("pk"), state__in=UNSETTLED)
    with transaction.atomic():
        ended = Mailing.objects.filter(~Exists(unsettled), pk=mailing.pk, state=State.SENDING)
        if not ended.update(state=State.DONE, finished_at=Now()):
            return False
        mailing.refresh_from_db()
        audience_of(mailing).finished(mailing)
        return True


def _try(mailing, before, after, **values):
    return bool(Mailing.objects.filter(pk=mailing.pk, state__in=before).update(state=after, **values))


def _move(mailing, before, after, **values):
    """Raises NotAllowedNow where the mailing is in none of the states `before`."""
    if not _try(mailing, before, after, **values):
        raise NotAllowedNow(f"{mailing} can't become {after.label} now.")
