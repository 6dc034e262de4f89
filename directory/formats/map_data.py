"""What the map's script draws: all that filters find and has a position, in parallel arrays, small on the wire.

What comes again stands once: `theme`, `kind` and `place` are numbers of `themes`, `kinds` and `places`, -1 for none.
Positions are in 10,000ths of a degree. `slugs` lead to the pages.
"""

from django.http import JsonResponse
from django.urls import reverse

from directory.keeping import share_unless_typed
from directory.models import Profile
from directory.selectors import found
from taxonomy.models import Place, Term

GRID = 10_000
COLUMNS = ("profile", "name", "theme", "latitude", "longitude")


def map_data(request, filters):
    entries = found(filters).filter(latitude__isnull=False).values_list(*COLUMNS)
    facts = {pk: rest for pk, *rest in Profile.objects.listed().values_list("pk", "slug", "kind", "locality", "place")}
    names = ("names", "slugs", "theme", "kind", "place", "lat", "lon")
    columns = {name: [] for name in names}
    themes, kinds, places = _Numbers(), _Numbers(), _Numbers()
    for pk, name, theme, latitude, longitude in entries.iterator(chunk_size=2000):
        if pk not in facts:
            continue
        slug, kind, locality, place = facts[pk]
        where = (locality, None) if locality else ("", place)
        row = (name, slug, themes[theme], kinds[kind], places[where if any(where) else None])
        for column, value in zip(columns.values(), (*row, _grid(latitude), _grid(longitude)), strict=True):
            column.append(value)
    language = filters.language
    labels = {pk: labels.text(language) for pk, labels in Term.objects.values_list("pk", "labels")}
    towns = {pk: labels.text(language) for pk, labels in Place.objects.values_list("pk", "labels")}
    words = {
        "page": reverse("directory_profile", args=["-"]),
        "grid": GRID,
        "themes": list(themes),
        "kinds": [labels[kind] for kind in kinds],
        "places": [locality or towns[place] for locality, place in places],
    }
    answer = JsonResponse(words | columns, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
    return share_unless_typed(answer, filters)


def _grid(degrees):
    return round(degrees * GRID)


class _Numbers(dict):
    """Numbers things in the order in which they come; nothing has -1."""

    def __getitem__(self, thing):
        return self.setdefault(thing, len(self)) if thing else -1
