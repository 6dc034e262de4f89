"""Reads delivery status notifications (RFC 3464): which delivery came back, and whether for good."""

import re
from dataclasses import dataclass
from email import message_from_string

from mailing.bounces.verp import BOUNCE, read_address
from mailing.models import Bounce

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b", re.ASCII)
# Printable ASCII: databases take no NUL.
MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,150}>")
# Where mail servers write whom a message was for.
ADDRESSED = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
# What a recipient can mend or wait for, though the server calls it permanent: full, too large, a policy, a loop.
_SOFT = re.compile(r"5\.(?:2\.[234]|3\.\d+|4\.\d+|5\.\d+|6\.\d+|7\.\d+)", re.ASCII)


@dataclass(frozen=True)
class Returned:
    """What a notification says: the delivery by its key or by its Message-ID, what kind of bounce, its status code."""

    kind: str
    code: str
    delivery: int | None
    message_id: str


def read_dsn(message, recipient=""):
    """What came back according to `message` (of email.policy.default), sent to `recipient`; None if it is no bounce.

    Whether it is ours is proved by the signed address that it was sent to, or by a Message-ID that nobody can guess.
    """
    status = _failed_status(message)
    if status is None:
        return None
    ours = find_ours(message, recipient, BOUNCE)
    return Returned(kind_of(status), status, ours, _original_message_id(message))


def kind_of(status):
    """The kind of bounce that an enhanced status code means: for good only where there is nobody to wait for."""
    return Bounce.Kind.HARD if status.startswith("5.") and not _SOFT.fullmatch(status) else Bounce.Kind.SOFT


def find_ours(message, recipient, purpose):
    """The delivery's key in a signed address of ours for this purpose that `message` was sent to; else None."""
    named = [str(value) for name in ADDRESSED for value in message.get_all(name, [])]
    for address in (recipient, *named):
        found = read_address(address)
        if found and found[0] == purpose:
            return found[1]
    return None


def _failed_status(message):
    """The status code of the first recipient that failed or waits; None where the message reports no failure."""
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for fields in part.get_payload() if part.is_multipart() else ():
            action = str(fields.get("Action", "")).strip().lower()
            status = _STATUS.search(str(fields.get("Status", "")))
            if action in ("failed", "delayed") and status:
                return status[0] if action == "failed" else f"4.{status[2]}.{status[3]}"
    return None


def _original_message_id(message):
    """The Message-ID of the message that came back; empty where the notification has none of it."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            headers = part.get_payload(0)
        elif part.get_content_type() == "text/rfc822-headers":
            headers = _headers(part)
        else:
            continue
        found = MESSAGE_ID.search(str(headers.get("Message-ID", "")))
        if found:
            return found[0]
    return ""


def _headers(part):
    content = part.get_payload(decode=True) or b""
    return message_from_string(content.decode("utf-8", "replace"))
