"""Finding places by what people call them."""

import re
import unicodedata
from functools import cache

from core.models.labelled import fold
from taxonomy.files import read
from taxonomy.models import Place, PlaceKind

# What Bulgarians, and those who write their addresses in Latin, put before a name: „гр. Пловдив“, „обл. Варна“.
_PREFIXES = {
    PlaceKind.SETTLEMENT: re.compile(r"(гр|gr)\.\s*|(град|grad|гр|gr|town of|city of)\s+"),
    PlaceKind.PROVINCE: re.compile(r"(обл|obl)\.\s*|(област|oblast|обл|obl|province of)\s+"),
}
_SUFFIXES = {PlaceKind.PROVINCE: re.compile(r"\s+(област|oblast|province)$")}


def place_named(text, country=None, kind=None):
    """The place that is called `text` in some language, capitals or not; None where there is none, or several.

    „гр. Пловдив“ and „обл. Пловдив“ tell the kind. „Пловдив“ alone is the town, not the province that has its name.
    `country` is a place; others than it and what lies in it don't count.
    """
    for name, told in _readings(text):
        if kind is None or told is None or told == kind:
            found = _labelled(name, country, told or kind)
            if found:
                return _the_one(found)
    return None


def country_named(text):
    """The country with this code of ISO 3166-1 (two or three letters) or name in some language, or None.

    Capitals, accents and punctuation don't matter. Names come from data/country_names.toml and the places' labels.
    """
    code = _country_codes().get(_bare(text))
    if code:
        return Place.objects.filter(kind=PlaceKind.COUNTRY, code=code).first()
    return place_named(text, kind=PlaceKind.COUNTRY)


def _readings(text):
    """(name, kind that it tells or None): without words that tell a kind, where there are such, and the whole text."""
    text = fold(text).strip(" ,;„“\"'")
    for kind, prefix in _PREFIXES.items():
        if match := prefix.match(text):
            yield text[match.end() :], kind
    for kind, suffix in _SUFFIXES.items():
        if match := suffix.search(text):
            yield text[: match.start()], kind
    yield text, None


def _labelled(name, country, kind):
    places = Place.objects.labelled(name).with_way() if name else Place.objects.none()
    if kind:
        places = places.of(kind)
    return [place for place in places if country is None or place.above(PlaceKind.COUNTRY) == country]


def _the_one(found):
    """The only place, or the only one that isn't the province of another one."""
    provinces = {place.parent_id for place in found}
    smallest = [place for place in found if place.pk not in provinces]
    return smallest[0] if len(smallest) == 1 else None


@cache
def _country_codes():
    """The code of each country by everything that it is called."""
    codes = {}
    for row in read("countries.toml")["countries"]:
        for name in (row["code"], row["alpha3"], *row["label"].values()):
            codes[_bare(name)] = row["code"]
    for names_by_code in read("country_names.toml").values():
        for code, names in names_by_code.items():
            codes |= {_bare(name): code for name in names}
    return codes


def _bare(text):
    """The letters and digits of `text` without capitals and accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text).casefold() if letter.isalnum())
