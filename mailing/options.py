"""How mail leaves here: the setting `MAILING`."""

from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings


@dataclass(frozen=True)
class Options:
    # Who carries messages: a dotted path to a `mailing.transports.base.Transport`.
    transport: str = "mailing.transports.smtp.SmtpTransport"
    # For the transport over one of Django's or Anymail's backends: its dotted path.
    backend: str = "django.core.mail.backends.locmem.EmailBackend"
    # Messages of one connection between two commits: as many may go out after a pause, or be uncertain after a crash.
    window: int = 32
    # Windows that a worker claims at once.
    windows: int = 8
    # Seconds that a claim holds before anybody else may have it.
    claim_lease: int = 120
    # Seconds that a window has. It must be more than `patience` and all that the transport may take for one message.
    lease: int = 600
    # Seconds after which no message of a window is begun any more.
    patience: int = 240
    # Seconds that one call of `send_due` may last; a worker that is to stop waits for no more than that.
    slice: float = 15
    # Workers that are woken at once.
    workers: int = 2
    # Seconds of silence after the relay was away.
    silence: int = 30
    # Messages a second, from all workers together; 0 doesn't limit. Domains may have a limit of their own.
    rate: float = 0
    domain_rates: dict = field(default_factory=dict)
    # Where bounces and unsubscribe mails go, for `manage.py receive_mail` to read; without it mails offer none.
    return_address: str = ""
    # Who reports bounces and complaints to /mail/reports/ (`mailing.bounces.providers`), and what it signs with.
    webhook_provider: str = ""
    webhook_secret: str = ""
    # Keys the hashes of addresses and the signatures of return addresses. The SECRET_KEY where it is empty.
    secret: str = ""
    # The relay's log on this machine (Postfix), which says what became of a Message-ID.
    relay_log: str = ""
    # The folder of the file that tells an old backup. It lies beside the database, not in it.
    memory: str = ""

    @property
    def lease_time(self):
        return timedelta(seconds=self.lease)

    @property
    def claim_time(self):
        return timedelta(seconds=self.claim_lease)

    @property
    def domain(self):
        """The domain in Message-IDs: that of the site's sender."""
        return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


# What the options were last made of, and they.
_read = [None, None]


def read_options():
    """The options as the settings have them now. Asked for each address of an audience, so made once."""
    given = settings.MAILING
    if _read[0] is not given:
        _read[:] = given, Options(**given)
    return _read[1]
