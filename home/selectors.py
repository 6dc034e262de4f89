"""Questions about where a page stands."""

from django.utils.translation import gettext


def crumbs(page):
    """The way from home to `page`, without it: dictionaries with title and url."""
    above = page.get_ancestors().filter(depth__gt=1, live=True).select_related("locale")
    return [
        {"title": gettext("Home") if ancestor.depth == 2 else ancestor.title, "url": ancestor.url} for ancestor in above
    ]
