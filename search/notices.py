"""What editors are told while the search's server is away."""

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.models import PeriodicJob
from search.schedule import FEED


def elasticsearch_is_away(request):
    """The text for the dashboard, or nothing while the server was fed the last time that it should be."""
    feeding = PeriodicJob.objects.filter(name=FEED).first() if settings.SEARCH_ELASTICSEARCH else None
    if feeding is None or not feeding.error:
        return ""
    told = _(
        "The search server has not taken the latest changes. The site searches without it meanwhile; nothing is lost."
    )
    if feeding.finished_at is None:
        return told
    moment = date_format(localtime(feeding.finished_at), "SHORT_DATETIME_FORMAT")
    since = _("It was last up to date on %(moment)s.") % {"moment": moment}
    return f"{told} {since}"
