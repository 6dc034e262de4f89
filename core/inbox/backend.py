"""Mail that stays here: each message becomes a file that the local inbox shows."""

from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class InboxBackend(BaseEmailBackend):
    """Write every message to `INBOX_DIR` as one .eml file, the newest last by name."""

    def send_messages(self, email_messages):
        folder = Path(settings.INBOX_DIR)
        folder.mkdir(parents=True, exist_ok=True)
        for number, message in enumerate(email_messages):
            name = f"{timezone.now():%Y%m%dT%H%M%S%f}-{number:03d}.eml"
            (folder / name).write_bytes(message.message().as_bytes(linesep="\r\n"))
        return len(email_messages)
