"""From an address to its page with one query, however deep it is: Wagtail asks several for each step."""

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
            return _to_serve(found).route(request, components[length:])
    raise Http404


def _to_serve(found):
    model = found.model
    pages = model.to_serve() if hasattr(model, "to_serve") else model._default_manager.all()
    try:
        return pages.get(pk=found.pk)
    except model.DoesNotExist:  # deleted since the tree was read
        raise Http404 from None
