"""What other apps ask of the outbox. docs/mail.md tells how a mailing comes to be."""

import hashlib
from email.utils import parseaddr

from django.db import transaction
from django.utils import timezone

from mailing import ledger, mailings
from mailing.addresses import deliverable, new_message_id, recipient_key
from mailing.bodies.compiling import check_body
from mailing.bodies.letters import letter_bytes
from mailing.exceptions import BodyRefused, NotAllowedNow
from mailing.models import Body, Delivery, Letter, Mailing, Suppression
from mailing.options import read_options
from mailing.waking import wake_workers


def create_mailing(*, kind, key, title, sender, default_language, reply_to="", list_id="", automatic=False):
    """The mailing with this idempotency `key`, made as a draft unless it exists. Returns (mailing, whether it is new).

    `kind` names a registered audience. `list_id` (RFC 2919, "Name <id.example.org>") makes it mail of a list, with
    Precedence: bulk; `automatic` marks what no person wrote (RFC 3834, Auto-Submitted).
    """
    return Mailing.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "title": title,
            "sender": sender,
            "default_language": default_language,
            "reply_to": reply_to,
            "list_id": list_id,
            "automatic": automatic,
        },
    )


def freeze_bodies(mailing, bodies):
    """Give a draft the bodies {language: mailing.bodies.slots.Wording}, in place of those it had. Returns their hash.

    Slots stand in them as `mailing.bodies.slots.slot("name")` writes them. Raises BodyRefused for a body that can't be
    sent, and NotAllowedNow for what is no draft.
    """
    if mailing.default_language not in bodies:
        raise BodyRefused(f"{mailing} says nothing in its own language, {mailing.default_language}.")
    rows = [
        Body(mailing=mailing, language=language, subject=said.subject, text=said.text, html=said.html)
        for language, said in sorted(bodies.items())
    ]
    for row in rows:
        check_body(row)
    with transaction.atomic():
        _lock_draft(mailing)
        mailing.bodies.all().delete()
        Body.objects.bulk_create(rows)
    return hash_of(rows)


def schedule_mailing(mailing, *, send_at=None):
    """Let a draft with bodies go out at `send_at`, or at once. Raises NotAllowedNow for what is none (any more)."""
    with transaction.atomic():
        _lock_draft(mailing)
        rows = list(mailing.bodies.order_by("language"))
        if not rows:
            raise BodyRefused(f"{mailing} says nothing yet.")
        mailings.schedule(mailing, content_hash=hash_of(rows), send_at=send_at)
    if send_at is None or send_at <= timezone.now():
        wake_workers()
    mailing.refresh_from_db()


def unschedule_mailing(mailing):
    """Make a scheduled mailing a draft again. Raises NotAllowedNow once it has begun."""
    _change(mailings.unschedule, mailing)


def pause_mailing(mailing):
    """Hold a mailing that is going out. Raises NotAllowedNow where it isn't."""
    _change(mailings.pause, mailing)


def resume_mailing(mailing):
    """Let a paused mailing go on. Raises NotAllowedNow where it isn't paused."""
    _change(mailings.resume, mailing)
    wake_workers()


def cancel_mailing(mailing):
    """End a mailing for good: nothing more of it goes out. Raises NotAllowedNow where it is over or never began."""
    _change(mailings.cancel, mailing)
    wake_workers()


def queue_single(message, *, key, again_if_uncertain=True):
    """Put a Django EmailMessage into the outbox in the running transaction; each recipient gets a copy of their own.

    The same `key` again adds nothing for recipients that it has: a message once asked for is queued once. With
    `again_if_uncertain` a copy is sent again where nobody can say whether it arrived. Returns the deliveries.
    """
    addresses = {recipient_key(address): deliverable(address) for address in map(_bare, message.recipients())}
    with transaction.atomic():
        known = Delivery.objects.single().filter(idempotency_key=key, recipient_key__in=list(addresses))
        missing = addresses.keys() - set(known.values_list("recipient_key", flat=True))
        if missing:
            letter = Letter.objects.create(content=letter_bytes(message), subject=str(message.subject)[:255])
            Delivery.objects.bulk_create(
                Delivery(
                    letter=letter,
                    idempotency_key=key,
                    again_if_uncertain=again_if_uncertain,
                    recipient_key=recipient,
                    address=addresses[recipient],
                    message_id=new_message_id(read_options().domain),
                )
                for recipient in sorted(missing)
            )
    if missing:
        wake_workers()
    return list(Delivery.objects.single().filter(idempotency_key=key, recipient_key__in=list(addresses)))


def suppress(address, *, reason=Suppression.Reason.BY_HAND):
    """Never mail this address again. What waits for it is left out when its turn comes."""
    Suppression.objects.get_or_create(recipient_key=recipient_key(address), defaults={"reason": reason})


def is_suppressed(address):
    return Suppression.objects.filter(pk=recipient_key(address)).exists()


def erase_address(address):
    """Forget an address wherever the outbox knows it: only hashes stay, and nothing is mailed to it again.

    Returns how many deliveries had it.
    """
    key = recipient_key(address)
    with transaction.atomic():
        suppress(address, reason=Suppression.Reason.ERASED)
        return ledger.erase(key)


def hash_of(bodies):
    """The hash of everything that these bodies say, in the order of their languages."""
    digest = hashlib.sha256()
    for body in sorted(bodies, key=lambda body: body.language):
        for text in (body.language, body.subject, body.text, body.html):
            encoded = text.encode()
            digest.update(f"{len(encoded)}:".encode() + encoded)
    return digest.hexdigest()


def _bare(address):
    """The address of "Name <address>"."""
    return parseaddr(address)[1] or address


def _lock_draft(mailing):
    """Keep everybody else from scheduling or changing this draft until the transaction ends."""
    draft = Mailing.objects.filter(pk=mailing.pk, state=Mailing.State.DRAFT)
    if not draft.update(content_hash=""):
        raise NotAllowedNow(f"{mailing} is no draft any more.")


def _change(transition, mailing):
    transition(mailing)
    mailing.refresh_from_db()
