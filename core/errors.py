"""Pages for what went wrong, in the language that the address begins with."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.csrf import requires_csrf_token


def _error_page(request, status):
    # No view answered, so the switcher leads to the home pages and not to the same error in another language.
    request.resolver_match = None
    return render(request, f"{status}.html", {"page": None, "status": status}, status=status)


def nothing_here(request, *, title, text, links):
    """A page with status 404 of a view that knows better ways on: `links` are objects with label and url."""
    request.resolver_match = None
    context = {"page": None, "title": title, "text": text, "links": links}
    return render(request, "nothing_here.html", context, status=404)


@requires_csrf_token
def bad_request(request, exception=None):
    return _error_page(request, 400)


@requires_csrf_token
def forbidden(request, exception=None):
    return _error_page(request, 403)


@requires_csrf_token
def not_found(request, exception=None):
    return _error_page(request, 404)


@requires_csrf_token
def uri_too_long(request, exception=None):
    return _error_page(request, 414)


@requires_csrf_token
def server_error(request):
    """Asks neither the database nor the cache, since either may be what failed."""
    return HttpResponse(render_to_string("500.html", {"LANGUAGE_CODE": get_language()}), status=500)
