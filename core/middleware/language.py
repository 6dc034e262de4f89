"""The language of a request is the first part of its address, and nothing else."""

from django.conf import settings
from django.utils import translation

from core.languages.addresses import PAGE_VIEWS
from core.languages.routing import remember_route
from core.sites import only_site


class LanguageFromPathMiddleware:
    """Activate the language that the path begins with, or the source language where it names none.

    Neither a cookie nor Accept-Language has a say, so the same address is the same page for everybody.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            if site := only_site():
                request._wagtail_site = site  # where Site.find_for_request() looks before it asks the database
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.url_name in PAGE_VIEWS:
            remember_route(request, *args, **kwargs)
