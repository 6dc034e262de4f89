"""What a worker does when it is woken."""

from django.db import connection

from mailing import sweeper
from mailing.clock import now
from mailing.options import read_options
from mailing.sending import send_due
from mailing.waking import wake_workers


def work():
    """Begin what is due, send for one slice of time, and let somebody go on where more is due."""
    sweeper.begin_mailings(until=now() + read_options().slice)
    went = send_due()
    sweeper.finish_mailings()
    if went and sweeper.something_is_due() and not connection.in_atomic_block:
        wake_workers()
