"""Wakes those who send. It may fail or come twice: the sweeper finds what is due, whoever was or wasn't woken."""

from django.db import transaction

from core.jobs import wakes
from mailing.options import read_options

NAME = "mailing.send"
QUEUE = "mail"


def wake_workers(times=1):
    """Let workers look at the outbox once the running transaction has committed."""
    times = min(times, read_options().workers)
    transaction.on_commit(lambda: wakes.wake(NAME, times=times), robust=True)
