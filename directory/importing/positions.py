"""Where a row says that it is: country and position, which may contradict each other."""

from directory.importing.reading.records import position_of
from directory.importing.reasons import Problem
from directory.importing.targets import Target
from directory.models import ValueMapping
from taxonomy.geo import country_at
from taxonomy.models import PlaceKind

# A position so near to a border may be on its other side: outlines aren't more exact, and nor are people.
_BORDER, _ROUGHLY = 0.07, 0.5  # degrees
_AROUND = [(north, east) for north in (0, -1, 1) for east in (0, -1, 1)]


def find_position(record, given):
    """(position or None, [problems], fault or None) of a row; `given` are its texts by target."""
    position, fault, problems = record.position, None, []
    latitude, longitude = given.get(Target.LATITUDE, ""), given.get(Target.LONGITUDE, "")
    if position is None and (latitude or longitude):
        position, fault = position_of(latitude.replace(",", "."), longitude.replace(",", "."))
    if position == (0, 0):
        position, problems = None, [Problem("position", "0, 0", "nowhere")]
    return position, problems, fault


def find_place(given, position, lookup, example):
    """(key of the deepest place known, locality, position, [problems]) of a row."""
    country, position, problems = _find_country(given.get(Target.COUNTRY, ""), position, lookup, example)
    locality, province = given.get(Target.LOCALITY, ""), given.get(Target.PROVINCE, "")
    place = country
    if country and province:
        place = lookup.inside(province, country, PlaceKind.PROVINCE) or country
    if country and locality:
        settlement = lookup.inside(locality, place, PlaceKind.SETTLEMENT)
        if settlement:
            return lookup.key_of(settlement), "", position, problems
    if province and place == country:
        locality = ", ".join(filter(None, [locality, province]))
    return lookup.key_of(place), locality[:120], position, problems


def _find_country(text, position, lookup, example):
    """(country or None, position, [problems]): what is written, unless the position tells that it can't be."""
    meaning = lookup.country(text, example) if text else None
    written = meaning.place if meaning else None
    code = country_at(*position) if position else None
    there = lookup.country_with_code(code) if code else None
    if written is None:
        return there, position, _unknown(text, meaning, there)
    if position is None or there == written or (there and _is_near(position, written.code, _BORDER)):
        return written, position, []
    if _is_turned(position, written.code):
        turned = position[1], position[0]
        return written, turned, [Problem("position", f"{position[0]}, {position[1]}", "swapped")]
    if there is None:
        return written, position, []
    return there, position, [Problem(Target.COUNTRY, text, "country_elsewhere", {"country": there.code})]


def _unknown(text, meaning, there):
    """What to say about a country that isn't known; nothing where none is written, or somebody decided to ignore it."""
    if not text or meaning.state == ValueMapping.State.IGNORED:
        return []
    if there:
        return [Problem(Target.COUNTRY, text, "country_from_position", {"country": there.code})]
    return [Problem(Target.COUNTRY, text, "country_waits")]


def _is_turned(position, code):
    """Whether the position is in the country once latitude and longitude change places."""
    return abs(position[1]) <= 90 and _is_near((position[1], position[0]), code, _ROUGHLY)


def _is_near(position, code, distance):
    """Whether the position, or one in `distance` of it, is in the country."""
    latitude, longitude = position
    return any(country_at(latitude + north * distance, longitude + east * distance) == code for north, east in _AROUND)
