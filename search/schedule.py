"""What search does by the clock."""

from datetime import time, timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.jobs import periodic
from search.feeding import feed, mend
from search.recording import forget_old_counts
from search.repairing import forget_old_tombstones, repair_documents

FEED = "search.feed"


def repair():
    repair_documents()
    forget_old_tombstones()
    if settings.SEARCH_ELASTICSEARCH:
        mend()


def register_schedule():
    label = _("Compare what search finds with what is public")
    periodic.register("search.repair", repair, label=label, at=time(4, 40), lease=timedelta(hours=1))
    label = _("Forget searches that were counted long ago")
    periodic.register("search.forget_counts", forget_old_counts, label=label, at=time(4, 30))
    if settings.SEARCH_ELASTICSEARCH:
        label = _("Bring Elasticsearch what has changed")
        periodic.register(FEED, feed, label=label, every=timedelta(minutes=1), lease=timedelta(minutes=30))
