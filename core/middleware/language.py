"""The language of a request is the first part of its address; only before the login is the browser asked."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from core.languages.addresses import PAGE_VIEWS
from core.languages.routing import remember_route
from core.sites import only_site


class LanguageFromPathMiddleware:
    """Activate the language that the path begins with, or the source language where it names none.

    Neither a cookie nor Accept-Language has a say, so the same address is the same page for everybody. The pages on
    which editors log in or ask for a new password are the exception: there nobody's language is known yet.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.before_login = (reverse("wagtailadmin_login"), reverse("wagtailadmin_password_reset"))

    def __call__(self, request):
        asks_browser = request.path_info.startswith(self.before_login)
        language = _browsers(request) if asks_browser else translation.get_language_from_path(request.path_info)
        language = language or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            if site := only_site():
                request._wagtail_site = site  # where Site.find_for_request() looks before it asks the database
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if asks_browser:
            patch_vary_headers(response, ["Accept-Language"])
        return response

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.url_name in PAGE_VIEWS:
            remember_route(request, *args, **kwargs)


def _browsers(request):
    """The first of our languages that the browser would rather have, or None."""
    for wanted, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return translation.get_supported_language_variant(wanted)
        except LookupError:
            continue
    return None
