"""What editors are told while nobody does the background work."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.jobs.selectors import workers_missing, workers_seen_at


def nobody_works(request):
    """The text for the dashboard, or nothing while somebody is at work."""
    if not workers_missing():
        return ""
    seen_at = workers_seen_at()
    if seen_at is None:
        silence = _("Nobody has done background work so far.")
    else:
        moment = date_format(localtime(seen_at), "SHORT_DATETIME_FORMAT")
        silence = _("Nobody has done background work since %(moment)s.") % {"moment": moment}
    return f"{silence} {_('Scheduled pages are not published until the workers are back; nothing is lost meanwhile.')}"
