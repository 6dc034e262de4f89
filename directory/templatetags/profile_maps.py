"""Maps of profiles, in templates."""

import json

from django import template
from django.conf import settings
from django.utils.translation import gettext as _

from directory.links import list_url
from directory.maps.drawing import drawing_at, drawing_of

register = template.Library()


@register.simple_tag
def drawn_map(filters):
    """`{% drawn_map filters as drawing %}`: for directory/map_drawing.html; None where nothing has a position."""
    return drawing_of(filters)


@register.simple_tag
def small_map(profile):
    """`{% small_map profile as drawing %}`: the same with one diamond."""
    return drawing_at(profile.position, profile.hue) if profile.position else None


@register.simple_tag
def map_data_url(filters):
    """Where the script of the map finds what it draws."""
    return list_url(filters, format="map")


@register.simple_tag
def map_words():
    """What the script of the map says, and the tiles that it may ask for, as JSON."""
    words = {
        "map": _("Map of the profiles"),
        "cluster": _("Profiles here: %(number)s. Zoom in."),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "close": _("Close"),
        "outlines": _("Outlines: Natural Earth"),
        "tiles": settings.MAP_TILE_URL,
        "attribution": settings.MAP_TILE_ATTRIBUTION,
    }
    return json.dumps(words, ensure_ascii=False)
