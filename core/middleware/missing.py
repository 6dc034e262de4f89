"""On a developer's machine too, a missing page is the page that readers get."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import Http404
from django.urls import Resolver404, resolve

from core.errors import not_found


class MissingPageMiddleware:
    """With DEBUG, answer 404 with our page instead of Django's list of patterns. Without it `handler404` does."""

    def __init__(self, get_response):
        if not settings.DEBUG:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        try:
            resolve(request.path_info, getattr(request, "urlconf", None))
        except Resolver404 as error:
            return not_found(request, error)
        return self.get_response(request)

    def process_exception(self, request, exception):
        return not_found(request, exception) if isinstance(exception, Http404) else None
