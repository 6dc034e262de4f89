"""Filling the gazetteer."""

from dataclasses import dataclass

from django.db import transaction

from taxonomy.files import read
from taxonomy.models import Place, PlaceKind
from taxonomy.services.labels import fill_labels

TOWNS_LIE_IN = "bg"


@dataclass(frozen=True)
class Entry:
    """A place as the files have it; `parent` is the slug of the larger place that it lies in."""

    kind: str
    slug: str
    labels: dict
    position: tuple
    code: str = ""
    parent: str = ""


@transaction.atomic
def load_places(places=None):
    """Give the gazetteer its places; what editors changed stays, languages and positions they lack are filled in.

    `places` is a manager: migrations pass that of their own `Place`.
    """
    places = places or Place._default_manager
    known = {(place.kind, place.slug): place for place in places.all()}
    above = {}
    for level in (_countries(), _provinces(), _settlements()):
        above = _load_level(places, level, known, above)


def _load_level(places, entries, known, above):
    """Load places of one kind and return them all by slug; `above` are those that they lie in."""
    loaded, new = {}, []
    for entry in entries:
        place = known.get((entry.kind, entry.slug))
        if place is None:
            place = places.model(kind=entry.kind, slug=entry.slug, code=entry.code, parent=above.get(entry.parent))
            new.append(place)
        loaded[entry.slug] = place
        filled = _fill(place, entry)
        if filled and place.pk:
            place.save()
    # Nothing that readers see names a new place, so that nobody needs to hear of it.
    places.bulk_create(new)
    return loaded


def _fill(place, entry):
    """Give `place` what it lacks and say whether there was anything."""
    filled = fill_labels(place, entry.labels)
    if place.latitude is None:
        place.latitude, place.longitude = entry.position
        filled = True
    return filled


def _countries():
    for row in read("countries.toml")["countries"]:
        yield Entry(PlaceKind.COUNTRY, row["code"].lower(), row["label"], row["position"], code=row["code"])


def _provinces():
    for row in read("provinces.toml")["provinces"]:
        yield Entry(PlaceKind.PROVINCE, row["slug"], row["label"], row["position"], row["code"], parent=TOWNS_LIE_IN)


def _settlements():
    slugs = {row["code"]: row["slug"] for row in read("provinces.toml")["provinces"]}
    for province, towns in read("settlements.toml").items():
        for slug, row in towns.items():
            labels = {code: text for code, text in row.items() if code != "position"}
            yield Entry(PlaceKind.SETTLEMENT, slug, labels, row["position"], parent=slugs[province])
