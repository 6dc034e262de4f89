"""What the outbox does by the clock."""

from datetime import time, timedelta

from django.utils.translation import gettext_lazy as _

from core.jobs import periodic, wakes
from mailing import ledger
from mailing.bounces.receiving import forget_soft_bounces
from mailing.bounces.reports import forget_reports
from mailing.sweeper import sweep
from mailing.waking import NAME, QUEUE
from mailing.work import work


def forget():
    """Forget soft bounces, reports, single messages and addresses that nobody needs any more."""
    forget_soft_bounces()
    forget_reports()
    ledger.forget_old()


def register_schedule():
    wakes.register(NAME, work, queue=QUEUE)
    periodic.register(
        "mailing.sweep",
        sweep,
        label=_("Send what waits in the outbox"),
        every=timedelta(seconds=30),
        lease=timedelta(minutes=2),
    )
    periodic.register("mailing.forget", forget, label=_("Forget addresses of mail that is a month old"), at=time(4, 0))
