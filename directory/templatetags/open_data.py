"""The list in other forms, in templates."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _

from directory.filters import View
from directory.formats.licences import open_data_licence
from directory.links import Link, criteria, list_url

register = template.Library()

# Names and media types, as links in a page's head tell them to programs.
FEEDS = (
    ("csv", "CSV", "text/csv"),
    ("json", "JSON", "application/json"),
    ("geojson", "GeoJSON", "application/geo+json"),
    ("rss", "RSS", "application/rss+xml"),
)
HEIGHTS = {View.LIST: 800, View.MAP: 600}  # pixels of a frame


@dataclass(frozen=True)
class Feed(Link):
    media_type: str = ""


@register.simple_tag
def feeds(filters):
    """`{% feeds filters as links %}`: the same result for programs; links with a `media_type`."""
    return [Feed(label, list_url(filters, format=name), media_type=media) for name, label, media in FEEDS]


@register.simple_tag
def about_url():
    """The page about the open data."""
    return list_url(format="about")


@register.simple_tag
def licence():
    """`{% licence as terms %}`: the `Licence` of the open data."""
    return open_data_licence()


@register.simple_tag(takes_context=True)
def embed_code(context, filters):
    """The HTML that shows the same result within another site."""
    address = context["request"].build_absolute_uri(list_url(filters, format="embed"))
    title = " – ".join([*(one.label for one in criteria(filters)), _("Directory")])
    return template.loader.render_to_string(
        "directory/embed_code.html", {"address": address, "title": title, "height": HEIGHTS[View(filters.view)]}
    ).strip()
