"""The list or the map for an <iframe> on somebody else's pages."""

from django.shortcuts import render

from core.middleware.headers import as_header, public_policy
from directory.filters import View
from directory.formats.answers import open_to_all
from directory.keeping import share_unless_typed
from directory.links import criteria, list_url
from directory.listing import Listing

FRAMED_ANYWHERE = "*"


def embed(request, filters):
    """A page without the site's header and footer; its links open in windows of their own."""
    listing = Listing(filters)
    context = {
        "listing": listing,
        "filters": filters,
        "is_map": filters.view == View.MAP,
        "part": listing.page(1),
        "title": ", ".join(one.label for one in criteria(filters)) or listing.title.replace("\xad", ""),
        "whole_url": request.build_absolute_uri(list_url(filters)),
    }
    response = open_to_all(render(request, "directory/embed.html", context))
    response.headers["Content-Security-Policy"] = as_header(public_policy() | {"frame-ancestors": FRAMED_ANYWHERE})
    response.xframe_options_exempt = True
    return share_unless_typed(response, filters)
