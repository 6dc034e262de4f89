"""Where a mail provider reports what became of messages. Without its secret in the settings there is no such place."""

import logging

from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from core.protection import happens_too_often, network_of
from mailing.bounces import providers, reports

logger = logging.getLogger(__name__)

MOST_BYTES = 256 * 1024
# From one network within the hour. What is signed isn't limited: a large issue has many bounces.
MOST_FORGED = 60


@csrf_exempt  # the signature proves who posts
@require_POST
def take_reports(request):
    """Act on what is signed. Whatever else changes nothing, and gets 400."""
    if not providers.is_offered():
        raise Http404
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        return HttpResponse(status=413)
    if request.content_type != "application/json":
        return HttpResponse(status=415)
    try:
        reports.take(providers.read_reports(request))
    except providers.Forged as error:
        return _refuse(request, error)
    return HttpResponse(status=204)


def _refuse(request, error):
    if happens_too_often("mailing.reports", network_of(request), MOST_FORGED):
        # Not into the log either: nobody fills it from outside.
        return HttpResponse(status=429)
    logger.warning("A report in the mail provider's name was refused: %s", error)
    return HttpResponse(status=400)
