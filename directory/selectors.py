"""The questions that lists, maps and exports ask: which profiles match, and how many there are of each value.

This is the only place that knows how they are answered. `tests/directory/test_finding.py` is the contract.
"""

import math

from django.db.models import Count, Q

from core.slugs import slugify
from directory.distance import square_distance
from directory.filters import Sort
from directory.models import Entry, Facet, ProfileFacet

NEAR_KM = 50
KM_A_DEGREE = 111.32


def found(filters):
    """The entries of what matches `filters`, in its order: a queryset to count, slice or walk."""
    entries = _matching(filters)
    if filters.order == Sort.NEWEST:
        return entries.order_by("-published_at", "profile")
    if filters.order == Sort.NEAREST and filters.place:
        return entries.order_by(square_distance(filters.place.latitude, filters.place.longitude), "sort_key", "profile")
    return entries.order_by("sort_key", "profile")


def facet_counts(filters):
    """{facet: {value: number of profiles}}: each facet counted over what all the others leave, exact and complete.

    One query, with one part more for each facet that is narrowed by. Values that nothing has are not in it.
    """
    parts = [_count(filters).exclude(facet__in=filters.chosen)]
    parts += [_count(filters, but=facet).filter(facet=facet) for facet in filters.chosen]
    counts = {facet: {} for facet in Facet}
    for facet, value, number in parts[0].union(*parts[1:], all=True) if filters.chosen else parts[0]:
        counts[Facet(facet)][value] = number
    return counts


def theme_counts(filters):
    """{slug of the main theme, or "": number of profiles} of what matches."""
    return dict(_matching(filters).order_by().values_list("theme").annotate(number=Count("pk")))


def _count(filters, *, but=None):
    """Rows (facet, value, number): of everything there is no need to ask which profiles they are."""
    rows = ProfileFacet.objects.order_by()
    for having in _narrowing(filters, but=but):
        rows = rows.filter(profile__in=having)
    if filters.text or filters.near:
        rows = rows.filter(profile__in=_described(filters).values("profile"))
    return rows.values_list("facet", "value").annotate(number=Count("*"))


def _matching(filters):
    entries = _described(filters)
    for having in _narrowing(filters):
        entries = entries.filter(profile__in=having)
    return entries


def _narrowing(filters, *, but=None):
    """For each facet that is narrowed by, except `but`: the profiles that have one of the chosen values."""
    return [
        ProfileFacet.objects.filter(facet=facet, value__in=values).values("profile")
        for facet, values in filters.chosen.items()
        if facet != but
    ]


def _described(filters):
    """The entries that have the words of the filters and are where these say."""
    entries = Entry.objects.filter(language=filters.language)
    for word in filters.text.casefold().split():
        latin = slugify(word)
        condition = Q(search_text__contains=word)
        entries = entries.filter(condition | Q(search_text__contains=latin) if latin else condition)
    if filters.near:
        entries = entries.filter(_around(filters.place)) if filters.place else entries.none()
    return entries


def _around(place):
    """Within `NEAR_KM` of it, north and south, east and west."""
    north = NEAR_KM / KM_A_DEGREE
    east = north / math.cos(math.radians(place.latitude))
    return Q(
        latitude__range=(place.latitude - north, place.latitude + north),
        longitude__range=(place.longitude - east, place.longitude + east),
    )
