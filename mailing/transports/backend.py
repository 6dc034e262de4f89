"""Carries messages with one of Django's e-mail backends, or one of Anymail's: one call of theirs a message."""

import email
import email.policy
import smtplib
from email.message import Message

from django.core.mail import EmailMultiAlternatives, get_connection

from mailing.options import read_options
from mailing.transports.base import NOT_BEGUN, SENT, Answer, Outcome, Transport, TransportAway
from mailing.transports.replies import Reply, judge


class BackendTransport(Transport):
    """The backend that `MAILING["backend"]` names."""

    def __init__(self):
        self._connection = get_connection(read_options().backend)

    def open(self):
        try:
            self._connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise TransportAway(f"{type(error).__name__}: {error}") from error

    def close(self):
        self._connection.close()

    def carry(self, envelopes, *, may_begin):
        return [self._carry(envelope) if may_begin() else NOT_BEGUN for envelope in envelopes]

    def _carry(self, envelope):
        try:
            sent = self._connection.send_messages([ReadyMessage(envelope)])
        except smtplib.SMTPRecipientsRefused as error:
            code, text = error.recipients[envelope.recipient]
            return judge(Reply(code, text.decode("utf-8", "replace")), "recipient")
        except smtplib.SMTPSenderRefused as error:
            return Answer(Outcome.LATER, f"SMTP {error.smtp_code}", str(error.smtp_error))
        except smtplib.SMTPDataError as error:
            return judge(Reply(error.smtp_code, error.smtp_error.decode("utf-8", "replace")), "content")
        except Exception as error:  # a backend raises what it likes, and nobody knows how far it got
            return Answer(Outcome.UNCERTAIN, "backend failed", f"{type(error).__name__}: {error}")
        return SENT if sent else Answer(Outcome.UNCERTAIN, "backend says nothing")


class ReadyMessage(EmailMultiAlternatives):
    """A finished message as backends want it: its parts for those that ask for them, its very bytes for the others."""

    def __init__(self, envelope):
        ready = email.message_from_bytes(envelope.content, policy=email.policy.default)
        own = {name: str(value) for name, value in ready.items() if name.lower() not in _OF_ITS_OWN}
        super().__init__(
            subject=str(ready["Subject"] or ""),
            body=_content(ready, "plain"),
            from_email=str(ready["From"] or envelope.sender),
            to=[envelope.recipient],
            reply_to=[str(ready["Reply-To"])] if ready["Reply-To"] else None,
            headers=own,
        )
        if html := _content(ready, "html"):
            self.attach_alternative(html, "text/html")
        for part in ready.iter_attachments() if ready.is_multipart() else ():
            self.attach(part.get_filename(), part.get_payload(decode=True), part.get_content_type())
        self._ready = envelope.content
        self.envelope_sender = envelope.sender  # Anymail's name for it
        self.metadata = {"message_id": envelope.message_id}  # comes back in Anymail's events

    def message(self, **_options):
        mime = email.message_from_bytes(self._ready, _class=ReadyMime)
        mime.ready = self._ready
        return mime


class ReadyMime(Message):
    """Gives the bytes that it was read from."""

    ready = b""

    def as_bytes(self, unixfrom=False, linesep="\n"):
        return self.ready.replace(b"\r\n", linesep.encode())


_OF_ITS_OWN = {"subject", "from", "to", "reply-to", "mime-version", "content-type", "content-transfer-encoding"}


def _content(message, subtype):
    part = message.get_body(preferencelist=(subtype,))
    return part.get_content() if part else ""
