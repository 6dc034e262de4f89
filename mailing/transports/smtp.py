"""SMTP over one connection that is used again and again, with PIPELINING and 8BITMIME where the server offers them."""

import smtplib
import ssl

from django.conf import settings
from django.core.mail.utils import DNS_NAME

from mailing.clock import now
from mailing.options import read_options
from mailing.transports import relay_log
from mailing.transports.base import NOT_BEGUN, Answer, Outcome, Transport, TransportAway
from mailing.transports.conversation import Conversation

# Seconds that one read or write may take: RFC 5321 asks for more, but the whole has to end before its lease.
SECONDS = 100
# Seconds without a word after which one asks whether anybody is still there.
IDLE = 20
LOST = Answer(Outcome.UNCERTAIN, "connection lost after DATA")
CUT_SHORT = Answer(Outcome.UNSENT, "connection lost before DATA")


class SmtpTransport(Transport):
    """Talks to the relay that Django's EMAIL_* settings name."""

    def __init__(self):
        self._smtp = None
        self._used_at = 0

    def open(self):
        if self._smtp is not None and not self._is_alive():
            self.close()
        if self._smtp is None:
            try:
                self._smtp = _connect()
            except (OSError, smtplib.SMTPException) as error:
                raise TransportAway(f"{type(error).__name__}: {error}") from error
        self._used_at = now()
        self.eight_bit = self._smtp.has_extn("8bitmime")

    def carry(self, envelopes, *, may_begin):
        if self._smtp is None:
            return [CUT_SHORT] * len(envelopes)
        conversation = Conversation(self._smtp, envelopes, may_begin)
        answers = []
        try:
            for judged in conversation.answers():
                answers.append(judged)
        except (OSError, smtplib.SMTPException) as error:
            lost = LOST if conversation.content_begun else CUT_SHORT
            answers.append(Answer(lost.outcome, lost.reason, f"{type(error).__name__}: {error}"))
            conversation.over = True
        if conversation.over:
            self.close(politely=False)
        self._used_at = now()
        rest = NOT_BEGUN if conversation.out_of_time else CUT_SHORT
        return answers + [rest] * (len(envelopes) - len(answers))

    def close(self, *, politely=True):
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            if politely:
                smtp.quit()
        except (OSError, smtplib.SMTPException):
            politely = False  # it had gone already
        smtp.close()

    def arrived(self, message_ids):
        path = read_options().relay_log
        return relay_log.accepted(path, message_ids) if path else set()

    def _is_alive(self):
        if now() - self._used_at < IDLE:
            return True
        try:
            return self._smtp.noop()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False


def _connect():
    """A connection that has said hello, is encrypted and signed in as the settings ask."""
    context = ssl.create_default_context()
    options = {"local_hostname": DNS_NAME.get_fqdn(), "timeout": SECONDS}
    if settings.EMAIL_USE_SSL:
        smtp = smtplib.SMTP_SSL(settings.EMAIL_HOST, settings.EMAIL_PORT, context=context, **options)
    else:
        smtp = smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, **options)
    try:
        smtp.ehlo_or_helo_if_needed()
        if settings.EMAIL_USE_TLS:
            smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
        if settings.EMAIL_HOST_USER:
            smtp.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
    except BaseException:
        smtp.close()
        raise
    return smtp
