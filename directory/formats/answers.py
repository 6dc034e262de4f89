"""Answers for programs: open to every site, streamed, and not sent again where nothing has changed."""

import hashlib
import time

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from core.cache import remember
from core.changes.version import content_version
from core.page_cache.release import release
from search.mirror import exact_mirror


def open_to_all(response):
    """Let scripts of every site read an answer; search engines show the page of the list instead. Returns it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def stream(request, pieces, content_type, filename=""):
    """An answer out of `pieces` of text, a generator that nothing has been asked of yet.

    With `filename` browsers save it.
    """
    etag = _etag(request)
    seen = remember("open-data", time.time)
    # A change within the same second would have the same date: such a date isn't given (RFC 9110, 8.8.2.2). Nor is one
    # of what somebody typed, which is answered otherwise while search can't tell.
    modified = int(seen) if time.time() - seen > 1 and "q" not in request.GET else None
    response = get_conditional_response(request, etag=etag, last_modified=modified)
    if response is None:
        made = HttpResponse() if request.method == "HEAD" else StreamingHttpResponse(pieces)
        made.headers["Content-Type"] = content_type
        if filename:
            made.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
        response = made
    response.headers["ETag"] = etag
    if modified:
        response.headers["Last-Modified"] = http_date(modified)
    response.headers["Cache-Control"] = "no-cache"
    return open_to_all(response)


def _etag(request):
    """Different for each address, each state of the content and each release."""
    searched = "q" in request.GET and exact_mirror() is not None
    known = "\0".join((request.build_absolute_uri(), str(content_version()), release(), str(searched)))
    return f"W/{quote_etag(hashlib.blake2b(known.encode(), digest_size=12).hexdigest())}"
