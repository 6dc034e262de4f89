"""From an address to its page with two queries, however deep it is: Wagtail asks several for each step."""

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.sites import only_site


def remember_route(request, path):
    """Find the page for `path` below the active language and leave it where Wagtail's `serve` looks for it.

    With several sites only Wagtail can tell which one is meant, so the search is left to it.
    """
    if only_site() is None:
        return
    root = next((root for root in Site.get_site_root_paths() if root.language_code == get_language()), None)
    try:
        # Documented for Page.route_for_request, which returns it when it is there.
        request._wagtail_route_for_request = root and _route(request, root.root_path, path)
    except Http404:
        request._wagtail_route_for_request = None


def _route(request, root_path, path):
    components = [component for component in path.split("/") if component]
    ways = [root_path]
    for component in components:
        ways.append(f"{ways[-1]}{component}/")
    # Slugs have an index, paths of addresses have none.
    slugs = {root_path.rstrip("/").rpartition("/")[2], *components}
    found = Page.objects.filter(slug__in=slugs, url_path__in=ways).order_by("-depth").first()
    if found is None:
        raise Http404
    rest = components[ways.index(found.url_path) :]
    return _to_serve(found).route(request, rest)


def _to_serve(page):
    model = page.specific_class
    return model.to_serve().get(pk=page.pk) if hasattr(model, "to_serve") else page.specific
