"""All addresses as a file: only for those who have the permission, and it is logged."""

import logging

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET
from wagtail.admin.auth import permission_required

from directory.formats.tables import cell, lines
from newsletters.admin.listing import SubscriberFilterSet
from newsletters.admin.permissions import EXPORT
from newsletters.models import Subscriber

logger = logging.getLogger(__name__)

COLUMNS = ("email", "first_name", "language", "state", "since", "lists", "unconfirmed", "unsubscribed")
SEPARATOR = "; "
PART = 500  # subscribers that are in memory at a time


@require_GET
@permission_required(EXPORT)
def export(request):
    """The subscribers that the listing shows with these filters, as a CSV that no spreadsheet calculates with."""
    filtered = SubscriberFilterSet(request.GET, queryset=Subscriber.objects.all(), request=request).qs
    found = filtered.matching(request.GET.get("q", ""))
    logger.info("User %s takes an export of subscribers", request.user.pk)
    rows = ([cell(value) for value in _values(one)] for one in _walk(found))
    response = StreamingHttpResponse(lines(COLUMNS, rows), content_type="text/csv; charset=utf-8; header=present")
    day = timezone.localdate().isoformat()
    response.headers["Content-Disposition"] = f'attachment; filename="subscribers-{day}.csv"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _walk(found):
    last = 0
    found = found.prefetch_related("subscriptions__mailing_list").order_by("pk")
    while part := list(found.filter(pk__gt=last)[:PART]):
        yield from part
        last = part[-1].pk


def _values(one):
    rows = list(one.subscriptions.all())
    slugs = [
        SEPARATOR.join(row.mailing_list.slug for row in rows if row.state == state)
        for state in ("confirmed", "unconfirmed", "unsubscribed")
    ]
    return [one.email, one.first_name, one.language, one.state, one.created_at.date().isoformat(), *slugs]
