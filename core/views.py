"""The door through which every page is served."""

from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.models import Page
from wagtail.views import serve as serve_page

_serve_with_token = csrf_protect(serve_page)


@csrf_exempt
def serve(request, path):
    """Serve a page as Wagtail does.

    Every post is held to Django's CSRF protection, except to pages that say `takes_anonymous_posts`: they are cached
    and set no cookie, and guard themselves with `core.protection`.
    """
    found = Page.route_for_request(request, path)
    if found and getattr(found.page, "takes_anonymous_posts", False):
        return serve_page(request, path)
    return _serve_with_token(request, path)
