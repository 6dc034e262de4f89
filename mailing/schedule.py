"""What the outbox does by the clock."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from core.jobs import periodic, wakes
from mailing.sweeper import sweep
from mailing.waking import NAME, QUEUE
from mailing.work import work


def register_schedule():
    wakes.register(NAME, work, queue=QUEUE)
    periodic.register(
        "mailing.sweep",
        sweep,
        label=_("Send what waits in the outbox"),
        every=timedelta(seconds=30),
        lease=timedelta(minutes=2),
    )
