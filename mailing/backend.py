"""Django's way of sending mail, into the outbox: EMAIL_BACKEND."""

import uuid

from django.core.mail.backends.base import BaseEmailBackend

from mailing.services import queue_single


class OutboxBackend(BaseEmailBackend):
    """Queue each message in the running transaction: it leaves after the commit, and never after a rollback.

    A message with an attribute `idempotency_key` is queued once for that key.
    """

    def send_messages(self, email_messages):
        messages = [message for message in email_messages if message.recipients()]
        for message in messages:
            queue_single(message, key=getattr(message, "idempotency_key", "") or uuid.uuid4().hex)
        return len(messages)
