"""Every change of a delivery's state. Each is one guarded UPDATE by the database's clock; docs/mail.md has a picture.

pending ─claim→ claimed ─open_window→ in_flight ─record→ sent | retry | failed | uncertain
What expires while it is claimed was not sent; what expires on its way is uncertain, and never waiting again by itself.
"""

import random
from datetime import timedelta

from django.db import transaction
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce, Now

from mailing.models import Delivery, Letter, Mailing, Suppression
from mailing.options import read_options
from mailing.transports.base import Outcome

State = Delivery.State
FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=4)
GIVE_UP_AFTER = timedelta(hours=72)
# After a connection that broke before anything of the message was said.
SHORT_PAUSE = timedelta(seconds=20)
REPEATS = 3
# As long as bounces may come in.
DAYS_KEPT = 30
BATCH = 5000
# What no message says: to read them takes half the time of the rest.
MOMENTS = ("due_at", "leased_until", "first_tried_at", "created_at", "finished_at")
# Back where it was claimed from: after a temporary refusal it is still to be tried again.
AS_BEFORE = Case(When(Q(attempts__gt=0), then=Value(State.RETRY)), default=Value(State.PENDING))


def claim(worker, mailing, limit):
    """Take up to `limit` deliveries that are due, of a mailing that is sending, or single ones with None.

    Returns their keys. Nobody else has them for `claim_lease` seconds.
    """
    due = Delivery.objects.due().filter(mailing=mailing)
    if mailing is not None:
        due = due.filter(mailing__state=Mailing.State.SENDING)
    with transaction.atomic():
        locked = due.order_by("due_at").select_for_update(skip_locked=True, of=("self",))
        keys = list(locked.values_list("pk", flat=True)[:limit])
        claimed = Delivery.objects.filter(pk__in=keys, state__in=Delivery.WAITING)
        claimed.update(state=State.CLAIMED, worker=worker, leased_until=Now() + read_options().claim_time)
    return keys


def release(worker, keys, *, after=None):
    """claimed → waiting again, at once or `after` a timedelta; nothing of these was sent."""
    ours = Delivery.objects.filter(pk__in=keys, state=State.CLAIMED, worker=worker)
    return ours.update(state=AS_BEFORE, worker="", leased_until=None, **({"due_at": Now() + after} if after else {}))


def open_window(worker, keys, *, refusals):
    """claimed → in_flight or skipped: the last look before messages leave. Returns the deliveries now in flight.

    `refusals(deliveries)` gives {delivery.pk: reason} of those who may not be mailed any more. What was claimed by
    somebody else meanwhile, or belongs to a mailing that isn't sending, stays as it is.
    """
    with transaction.atomic():
        ours = Delivery.objects.filter(pk__in=keys, state=State.CLAIMED, worker=worker, leased_until__gt=Now())
        ours.filter(Exists(Suppression.objects.filter(pk=OuterRef("recipient_key")))).update(
            **_over(State.SKIPPED, "suppressed")
        )
        ours.filter(address="").update(**_over(State.SKIPPED, "erased"))
        may_go = Q(mailing=None) | Exists(Mailing.objects.sending().filter(pk=OuterRef("mailing")))
        ours.filter(may_go).update(state=State.IN_FLIGHT, leased_until=Now() + read_options().lease_time)
        flying = list(
            Delivery.objects.filter(pk__in=keys, state=State.IN_FLIGHT, worker=worker)
            .select_related("letter")
            .defer(*MOMENTS)
        )
        refused = refusals(flying)
        for key, reason in refused.items():
            Delivery.objects.filter(pk=key, state=State.IN_FLIGHT, worker=worker).update(**_over(State.SKIPPED, reason))
    return [delivery for delivery in flying if delivery.pk not in refused]


def record(worker, answers):
    """in_flight → what became of it, for each (delivery, Answer). All in one commit."""
    with transaction.atomic():
        sent = [delivery.pk for delivery, answer in answers if answer.outcome is Outcome.SENT]
        if sent:
            # Also where the lease ran out meanwhile: now it is known.
            _held(worker, sent, State.IN_FLIGHT, State.UNCERTAIN).update(**_over(State.SENT))
        for delivery, answer in answers:
            if answer.outcome is not Outcome.SENT:
                _record_one(worker, delivery, answer)


def _record_one(worker, delivery, answer):
    ours = _held(worker, [delivery.pk], State.IN_FLIGHT)
    said = {"reason": answer.reason[:60], "detail": answer.detail[:255]}
    if answer.outcome is Outcome.UNSENT:
        ours.update(state=State.RETRY, leased_until=None, worker="", due_at=Now() + SHORT_PAUSE, **said)
    elif answer.outcome is Outcome.UNCERTAIN:
        ours.update(state=State.UNCERTAIN, leased_until=None, **said)
    elif answer.outcome is Outcome.REFUSED:
        changed = ours.update(**_over(State.FAILED) | said)
        if changed and answer.no_such_address:
            Suppression.objects.get_or_create(
                recipient_key=delivery.recipient_key, defaults={"reason": Suppression.Reason.REFUSED}
            )
    elif not ours.filter(first_tried_at__lte=Now() - GIVE_UP_AFTER).update(**_over(State.FAILED) | said):
        ours.update(
            state=State.RETRY,
            leased_until=None,
            worker="",
            attempts=F("attempts") + 1,
            first_tried_at=Coalesce("first_tried_at", Now()),
            due_at=Now() + pause_after(delivery.attempts + 1),
            **said,
        )


def pause_after(attempts):
    """How long to wait after so many temporary refusals: twice as long each time, with chance in it."""
    pause = min(FIRST_PAUSE * 2 ** min(attempts - 1, 10), LONGEST_PAUSE)
    return pause * random.uniform(0.75, 1.25)  # noqa: S311 - spreads load, guards nothing


def expire():
    """Settle what was left behind: claimed → waiting, in_flight → uncertain. Returns how many of each."""
    late = Delivery.objects.filter(leased_until__lte=Now())
    back = late.filter(state=State.CLAIMED).update(state=AS_BEFORE, worker="", leased_until=None)
    lost = late.filter(state=State.IN_FLIGHT).update(
        state=State.UNCERTAIN, leased_until=None, reason="worker lost", detail=""
    )
    return back, lost


def cancel_waiting():
    """waiting → cancelled, for cancelled mailings, some thousands at a time. Returns how many."""
    waiting = Delivery.objects.filter(state__in=Delivery.WAITING, mailing__state=Mailing.State.CANCELLED)
    keys = list(waiting.values_list("pk", flat=True)[:BATCH])
    return Delivery.objects.filter(pk__in=keys, state__in=Delivery.WAITING).update(**_over(State.CANCELLED))


def found(keys):
    """uncertain → sent: somebody knows that it arrived. Returns how many were uncertain."""
    return Delivery.objects.uncertain().filter(pk__in=keys).update(**_over(State.SENT))


def send_again(keys):
    """uncertain → waiting: somebody decided that twice is better than not at all. Returns how many were uncertain."""
    again = Delivery.objects.uncertain().filter(pk__in=keys).exclude(address="")
    return again.filter(Q(mailing__isnull=False) | Q(letter__isnull=False)).update(
        state=State.RETRY, worker="", due_at=Now(), repeats=F("repeats") + 1
    )


def give_up(keys):
    """uncertain → cancelled: nobody will know, and it isn't sent again. Returns how many were uncertain."""
    return Delivery.objects.uncertain().filter(pk__in=keys).update(**_over(State.CANCELLED))


def repeat_singles():
    """uncertain → waiting for single messages that rather come twice than not at all, `REPEATS` times at most."""
    again = Delivery.objects.uncertain().single().filter(again_if_uncertain=True, repeats__lt=REPEATS)
    return send_again(list(again.values_list("pk", flat=True)[:BATCH]))


def suspect_all():
    """open → uncertain, single ones → cancelled: an old backup was put back, and all this may have been sent since."""
    still_open = Delivery.objects.open()
    dropped = still_open.single().update(**_over(State.CANCELLED))
    suspected = still_open.filter(mailing__isnull=False).update(
        state=State.UNCERTAIN, leased_until=None, reason="backup restored"
    )
    return suspected, dropped


def erase(key):
    """Forget the address of this keyed hash in all deliveries; what waits is left out. Returns how many had it."""
    theirs = Delivery.objects.filter(recipient_key=key)
    with transaction.atomic():
        theirs.filter(state__in=[*Delivery.WAITING, State.CLAIMED]).update(**_over(State.SKIPPED, "erased"))
        return theirs.exclude(address="").update(address="", slots={}, reference="")


def drop_letters():
    """Delete the single messages that nobody is left to send to: they have links in them that open accounts."""
    needed = Delivery.objects.filter(letter=OuterRef("pk"), state__in=[*Delivery.OPEN, State.UNCERTAIN])
    return Letter.objects.filter(~Exists(needed)).delete()[0]


def forget_old():
    """Forget what is over for `DAYS_KEPT`: single deliveries altogether, of the others whom they went to.

    Their hashes stay, for bounces and for whoever asks what somebody had. Returns how many were forgotten.
    """
    old = Delivery.objects.filter(state__in=Delivery.FINISHED, finished_at__lt=Now() - timedelta(days=DAYS_KEPT))
    gone = old.single().delete()[0]
    return gone + old.filter(mailing__isnull=False).exclude(address="").update(address="", slots={})


def _held(worker, keys, *states):
    return Delivery.objects.filter(pk__in=keys, worker=worker, state__in=states)


def _over(state, reason=""):
    return {"state": state, "reason": reason, "leased_until": None, "finished_at": Now()}
