"""The door through which every page is served."""

from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.models import Page
from wagtail.views import serve as serve_page

from core.page_cache.middleware import count_as, share

_serve_with_token = csrf_protect(serve_page)


@csrf_exempt
def serve(request, path):
    """Serve a page as Wagtail does.

    Every post is held to Django's CSRF protection, except to pages that say `takes_anonymous_posts`: they are cached
    and set no cookie, and guard themselves with `core.protection`. The answer is the same for every reader who isn't
    signed in: a private page is shown to nobody else, and its password is asked for with a cookie.
    """
    found = Page.route_for_request(request, path)
    takes_posts = found and getattr(found.page, "takes_anonymous_posts", False)
    response = share((serve_page if takes_posts else _serve_with_token)(request, path))
    return count_as(found.page, response) if found and getattr(found.page, "counts_views", False) else response
