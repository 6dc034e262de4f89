"""Which forms of the list there are, by the name that stands in addresses."""

from django.utils.translation import gettext as _

from core.errors import nothing_here
from directory.formats.about import about
from directory.formats.documents import as_json
from directory.formats.embedding import embed
from directory.formats.features import as_geojson
from directory.formats.feed import as_rss
from directory.formats.map_data import map_data
from directory.formats.tables import as_csv
from directory.links import Link, list_url

# What answers for a name: a function of the request and the filters.
FORMATS = {
    "csv": as_csv,
    "json": as_json,
    "geojson": as_geojson,
    "rss": as_rss,
    "map": map_data,
    "embed": embed,
    "about": about,
}
LONGEST_NAME = 40  # of what readers asked for, as the page repeats it


def answer(request, filters, name):
    """The list that `filters` ask for as `name`; where there is no such form, a page with status 404 that says so."""
    if name in FORMATS:
        return FORMATS[name](request, filters)
    text = _("The list isn’t to be had as “%(name)s”.") % {"name": name[:LONGEST_NAME]}
    links = [Link(_("To the list"), list_url(filters))]
    return nothing_here(request, title=_("Not in this form"), text=text, links=links)
