"""Reads the messages that the inbox backend wrote."""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

_NAME = re.compile(r"[0-9A-Za-z-]+\.eml", re.ASCII)


@dataclass(frozen=True)
class Attachment:
    name: str
    kind: str
    size: int


@dataclass(frozen=True)
class Mail:
    """A message as a person reads it."""

    name: str
    arrived: datetime
    headers: list
    text: str
    html: str
    attachments: list

    def header(self, wanted):
        return next((value for name, value in self.headers if name.lower() == wanted), "")

    @property
    def subject(self):
        return self.header("subject")

    @property
    def recipients(self):
        return self.header("to")


def read_all():
    """Every message, the newest first."""
    return [_parse(path) for path in sorted(_folder().glob("*.eml"), reverse=True)]


def read(name):
    """The message in the file `name`, or None."""
    path = _folder() / name
    return _parse(path) if _NAME.fullmatch(name) and path.is_file() else None


def delete_all():
    """Empty the inbox; returns how many messages there were."""
    paths = list(_folder().glob("*.eml"))
    for path in paths:
        path.unlink(missing_ok=True)
    return len(paths)


def _folder():
    return Path(settings.INBOX_DIR)


def _parse(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return Mail(
        name=path.name,
        arrived=datetime.fromtimestamp(path.stat().st_mtime).astimezone(),
        headers=[(name, str(value)) for name, value in message.items()],
        text=_content(message, "plain"),
        html=_content(message, "html"),
        attachments=[_attachment(part) for part in message.iter_attachments()],
    )


def _content(message, kind):
    part = message.get_body(preferencelist=(kind,))
    return part.get_content() if part else ""


def _attachment(part):
    size = len(part.get_payload(decode=True) or b"")
    return Attachment(part.get_filename() or "?", part.get_content_type(), size)
