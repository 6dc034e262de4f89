"""Places in words: where a profile is, what readers may look near to, and where all that they found is."""

from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext as _

from core.cache import remember
from core.sorting import sort_key
from directory.facets import values_of
from directory.filters import View
from directory.links import Link, list_url
from directory.models import Facet
from taxonomy.models import Place, PlaceKind


def place_words(profile):
    """Where a profile is, from small to large: „Габрово“, „с. Долен, Благоевград“; empty where nobody knows."""
    return ", ".join(filter(None, [profile.locality, str(profile.place or "")]))


def settlements(language):
    """What readers may look near to, as pairs of a heading and (slug, name) pairs: the provinces' seats come first."""
    return remember(f"directory:settlements:{language}", lambda: _settlements(language))


def places_found(filters, counts):
    """Where the profiles that were found are, as pairs of a `Facet` and links with counts, most profiles first.

    Countries are named where there are several. `counts` are the `facet_counts` of `filters`.
    """
    found = []
    for facet in (Facet.PLACE, Facet.COUNTRY):
        values = [value for value in values_of(facet, filters, counts[facet]) if value.count]
        values.sort(key=lambda value: (-value.count, sort_key(value.label)))
        if len(values) > (1 if facet == Facet.COUNTRY else 0):
            found.append((facet, [_only_there(filters, facet, value) for value in values]))
    return found


def _only_there(filters, facet, value):
    there = replace(filters, chosen=filters.chosen | {facet: (value.value,)}, view=View.LIST)
    return Link(value.label, list_url(there), value.count)


def _settlements(language):
    places = Place.objects.of(PlaceKind.SETTLEMENT).filter(latitude__isnull=False).select_related("parent")
    seats, others = [], []
    for place in places.order_by("sort_key", "pk"):
        (seats if _is_seat(place) else others).append((place.slug, place.labels.text(language)))
    groups = [(_("Provincial centres"), seats), (_("Other towns"), others)]
    return [(heading, sorted(pairs, key=lambda pair: sort_key(pair[1]))) for heading, pairs in groups if pairs]


def _is_seat(place):
    """Whether the province that a settlement lies in is called after it."""
    name, province = (one.labels.text(settings.LANGUAGE_CODE) for one in (place, place.parent))
    return province == name or province.startswith(f"{name} (")
