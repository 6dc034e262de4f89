"""From an address to its page with one query, however deep it is: Wagtail asks several for each step."""

from functools import cache

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Site

from core.sites import only_site
from core.tree import tree


def remember_route(request, path):
    """Find the page for `path` below the active language and leave it where Wagtail's `serve` looks for it.

    With several sites only Wagtail can tell which one is meant, so the search is left to it.
    """
    if only_site() is None:
        return
    # Left where pages look for it before they ask the cache: that may be another machine.
    roots = request._wagtail_cached_site_root_paths = Site.get_site_root_paths()
    root = next((root for root in roots if root.language_code == get_language()), None)
    try:
        # Documented for Page.route_for_request, which returns it when it is there.
        request._wagtail_route_for_request = root and _route(request, root.root_path, path)
    except Http404:
        request._wagtail_route_for_request = None


def _route(request, root_path, path):
    components = [component for component in path.split("/") if component]
    for length in range(len(components), -1, -1):
        address = root_path + "".join(f"{component}/" for component in components[:length])
        if found := tree().by_url_path.get(address):
            return _fetch(found).route(request, components[length:])
    raise Http404


def _fetch(found):
    for page in found.model._default_manager.raw(_sql(found.model), [found.pk]):
        return page
    raise Http404  # deleted since the tree was read


@cache
def _sql(model):
    """What fetches a page of this class by its id. To write it takes Django longer than everything after it."""
    return model._default_manager.order_by().filter(pk=0).query.sql_with_params()[0]
