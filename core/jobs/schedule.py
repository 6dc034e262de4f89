"""The foundation's own periodic jobs."""

from datetime import time, timedelta

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _
from wagtail.management.commands.purge_revisions import purge_revisions

from core.jobs import names, periodic
from core.jobs.sweep import sweep

# Old versions of pages and snippets, beyond what an editor would go back to. Published, latest, scheduled and moderated
# ones stay, whatever their age.
DAYS_OF_REVISIONS = 365


def publish_scheduled():
    """Publish what is scheduled for now, and take down what has expired."""
    call_command("publish_scheduled", verbosity=0)


def purge_old_revisions():
    purge_revisions(days=DAYS_OF_REVISIONS)


def clear_sessions():
    """Delete the sessions that have ended."""
    call_command("clearsessions", verbosity=0)


def register_schedule():
    minute = timedelta(minutes=1)
    periodic.register(names.SWEEP, sweep, label=_("Hand out waiting jobs"), every=minute, lease=2 * minute)
    periodic.register(
        names.PUBLISH_SCHEDULED,
        publish_scheduled,
        label=_("Publish what is scheduled, take down what has expired"),
        every=minute,
        lease=5 * minute,
    )
    periodic.register(
        names.PURGE_REVISIONS, purge_old_revisions, label=_("Delete versions older than a year"), at=time(3, 20)
    )
    periodic.register(names.CLEAR_SESSIONS, clear_sessions, label=_("Delete sessions that have ended"), at=time(3, 40))
