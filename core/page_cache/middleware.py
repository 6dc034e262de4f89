"""Answers readers who are not signed in from the kept pages, ahead of everything that would do work."""

import logging

from django.conf import settings
from django.db import InterfaceError, OperationalError

from core.changes.version import content_version, reading_once
from core.middleware.compression import CompressForOneMiddleware
from core.page_cache.page import KeptPage
from core.page_cache.pages import KeptPages
from core.page_cache.views import count_view

logger = logging.getLogger(__name__)

LONGEST_ADDRESS = 500  # characters; longer ones are asked for once, by machines


def share(response):
    """Say of an answer that every reader who isn't signed in may get the same. Returns it."""
    response.is_for_everybody = True
    return response


def count_as(page, response):
    """Say of an answer that it counts among the views of `page` each time that a reader gets it. Returns it."""
    response.counted_page = page.pk
    return response


class PageCacheMiddleware:
    """Keep what views `share`, under the content version that was read before the page was made."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.prefixes = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)
        self.pages = KeptPages()
        self.compression = CompressForOneMiddleware(get_response)

    def __call__(self, request):
        with reading_once():
            version = self._version_for(request)
            if version is None:
                return _for_one_reader(self.get_response(request))
            address = _address(request)
            page = self.pages.get(version, address)
            return _answer(page, request) if page else self._make(request, version, address)

    def _version_for(self, request):
        """The content version of a shared page that this asks for, or None."""
        if not self._asks_for_a_shared_page(request):
            return None
        try:
            return content_version()
        except (OperationalError, InterfaceError):
            logger.warning("The database is away: no kept pages")
            return None

    def _make(self, request, version, address):
        if request.method == "HEAD":
            return _for_one_reader(self.get_response(request))
        # It is compressed here, once and in every encoding.
        accepted = request.META.pop("HTTP_ACCEPT_ENCODING", "")
        response = self.get_response(request)
        request.META["HTTP_ACCEPT_ENCODING"] = accepted
        if not _may_be_kept(response):
            return _for_one_reader(self.compression.process_response(request, response))
        page = KeptPage.of(response, settings.PAGE_CACHE_SECONDS)
        self.pages.put(version, address, page)
        return _answer(page, request)

    def _asks_for_a_shared_page(self, request):
        return (
            settings.PAGE_CACHE_SECONDS
            and request.method in ("GET", "HEAD")
            and request.path_info.startswith(self.prefixes)
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and "HTTP_AUTHORIZATION" not in request.META
            # A preview: Wagtail sends the page itself through all middleware.
            and not getattr(request, "is_dummy", False)
            and len(request.get_full_path()) <= LONGEST_ADDRESS
        )


def _answer(page, request):
    response = page.answer(request)
    count_view(page.counted, request, response)
    return response


def _may_be_kept(response):
    return (
        getattr(response, "is_for_everybody", False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and "private" not in response.get("Cache-Control", "")
    )


def _for_one_reader(response):
    """What isn't kept is kept by nobody else either, unless its view said otherwise."""
    if response.get("Content-Type", "").startswith("text/html"):
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _address(request):
    """Everything that the same page may differ by: scheme, host, path and query."""
    return f"{request.scheme}://{request.META.get('HTTP_HOST', '')}{request.get_full_path()}"
