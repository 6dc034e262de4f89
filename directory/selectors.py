"""The questions that lists, maps and exports ask: which profiles match, and how many there are of each value.

This is the only place that knows how they are answered. `tests/directory/test_finding.py` is the contract.
"""

import math

from django.db.models import Count, Q

from core.among import Among
from directory.distance import square_distance
from directory.filters import Sort
from directory.findable import FACETS
from directory.indexing import FOUND_AS
from directory.matching import having_in_name
from directory.models import Entry, Facet, ProfileFacet
from search.engines.base import EngineAway, Request
from search.mirror import exact_mirror
from search.terms import Query

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


def best_first(filters):
    """Pairs of a profile's id and whether its match is weak, of what matches `filters` by a text that search knows."""
    left = set(_matching(filters).values_list("profile", flat=True))
    found = [(one, False) for one in filters.matches.strict] + [(one, True) for one in filters.matches.weak]
    return [pair for pair in found if pair[0] in left]


def facet_counts(filters):
    """{facet: {value: number of profiles}}: each facet counted over what all the others leave, exact and complete.

    Where search can't, one query does, with one part more for each facet that is narrowed by. Values that nothing has
    are not in it.
    """
    counts = {facet: {} for facet in Facet}
    if counted := _counted_by_search(filters):
        return counted
    parts = [_count(filters).exclude(facet__in=filters.chosen)]
    parts += [_count(filters, but=facet).filter(facet=facet) for facet in filters.chosen]
    for facet, value, number in parts[0].union(*parts[1:], all=True) if filters.chosen else parts[0]:
        counts[Facet(facet)][value] = number
    return counts


def theme_counts(filters):
    """{slug of the main theme, or "": number of profiles} of what matches."""
    return dict(_matching(filters).order_by().values_list("theme").annotate(number=Count("pk")))


def _counted_by_search(filters):
    """The same, or None where search can't tell or has nothing to save: of everything the database knows as fast."""
    query = _query_of(filters)
    if query is None or not filters or filters.near:
        return None
    names = {facet: FACETS.get(facet, facet.value) for facet in Facet}
    chosen = {"kind": (FOUND_AS,)} | {names[facet]: values for facet, values in filters.chosen.items()}
    request = Request(filters.language, query, chosen=chosen, counted=tuple(names.values()), limit=1)
    try:
        counts = mirror.search(request).counts if (mirror := exact_mirror()) else None
    except EngineAway:
        return None
    return counts and {facet: counts[name] for facet, name in names.items()}


def _query_of(filters):
    """What finds in an index exactly what has the text, or None."""
    if not filters.text:
        return Query()
    found = filters.matches
    return found.query if found and (filters.order == Sort.BEST or not found.weak) else None


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
    """The entries that have the words of the filters and are where these say.

    Weak matches count only where the best come first, so that nobody takes them for what they looked for.
    """
    entries = Entry.objects.filter(language=filters.language)
    if filters.matches:
        weak = filters.matches.weak if filters.order == Sort.BEST else ()
        entries = entries.filter(profile__in=Among((*filters.matches.strict, *weak)))
    elif filters.text:
        entries = having_in_name(entries, filters.text)
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
