"""What the gazetteer has from the beginning, and what loading it again does."""

from collections import Counter
from math import cos, hypot, radians

import pytest

from core.slugs import slugify, transliterate
from taxonomy.models import Place
from taxonomy.services import load_places

pytestmark = pytest.mark.django_db

CAPITALS = {"BG-22": "sofia", "BG-23": "sofia"}
# Kilometres; Ivaylovgrad and Malko Tarnovo are about 70 away from theirs.
NEAR = 85
TOWNS_BY_PROVINCE = {
    "BG-01": 13, "BG-02": 20, "BG-03": 11, "BG-04": 14, "BG-05": 7, "BG-06": 8, "BG-07": 5, "BG-08": 6, "BG-09": 5,
    "BG-10": 7, "BG-11": 8, "BG-12": 8, "BG-13": 13, "BG-14": 6, "BG-15": 14, "BG-16": 18, "BG-17": 6, "BG-18": 9,
    "BG-19": 5, "BG-20": 6, "BG-21": 8, "BG-22": 4, "BG-23": 18, "BG-24": 11, "BG-25": 5, "BG-26": 10, "BG-27": 8,
    "BG-28": 4,
}  # fmt: skip


@pytest.fixture
def towns():
    return list(Place.objects.of("settlement").with_way())


def kilometres(one, other):
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * cos(radians(one.latitude))
    return hypot(north, east)


def test_it_has_every_country_every_province_and_every_town():
    assert Counter(Place.objects.values_list("kind", flat=True)) == {"country": 249, "province": 28, "settlement": 257}
    assert Counter(Place.objects.of("settlement").values_list("parent__code", flat=True)) == TOWNS_BY_PROVINCE


def test_every_place_has_a_name_in_both_languages_and_a_position():
    for place in Place.objects.all():
        assert set(place.labels) == {"bg", "en"}, place
        assert place.latitude is not None, place
        assert place.sort_key, place
        assert place.search_text.count("\n") == 3, place


def test_slugs_of_countries_are_their_codes():
    assert all(place.slug == place.code.lower() for place in Place.objects.of("country"))


def test_provinces_lie_in_bulgaria_and_towns_in_provinces(towns):
    assert {place.parent.slug for place in Place.objects.of("province").with_way()} == {"bg"}
    assert {place.parent.kind for place in towns} == {"province"}


def test_the_capital_is_a_province_beside_the_one_around_it():
    labels = dict(Place.objects.filter(code__in=["BG-22", "BG-23"]).values_list("slug", "labels"))
    assert labels == {
        "sofia-stolitsa": {"bg": "София (столица)", "en": "Sofia (capital)"},
        "sofia-oblast": {"bg": "Софийска област", "en": "Sofia Province"},
    }


def test_towns_are_written_in_latin_by_the_law(towns):
    assert [town for town in towns if town.labels["en"] != transliterate(town.labels["bg"])] == []


def test_slugs_of_towns_are_their_names_with_the_province_where_two_are_called_alike(towns):
    others = {town.slug for town in towns if town.slug != slugify(town.labels["bg"])}
    assert others == {"byala-varna", "byala-ruse"}


def test_towns_of_one_province_have_different_names(towns):
    names = Counter((town.parent_id, town.labels["bg"]) for town in towns)
    assert max(names.values()) == 1


def test_every_town_lies_near_the_capital_of_its_province(towns):
    by_slug = {town.slug: town for town in towns}
    for town in towns:
        capital = by_slug[CAPITALS.get(town.parent.code, town.parent.slug)]
        assert kilometres(town, capital) < NEAR, town


def test_no_two_towns_lie_in_the_same_spot(towns):
    spots = Counter((town.latitude, town.longitude) for town in towns)
    assert max(spots.values()) == 1


def test_loading_again_changes_nothing():
    before = list(Place.objects.values())
    load_places()
    assert list(Place.objects.values()) == before


def test_what_editors_changed_stays():
    town = Place.objects.get(kind="settlement", slug="hisarya")
    town.labels, town.latitude, town.longitude = {"bg": "Хисар", "en": "Hisar"}, 42.5, 24.7
    town.save()
    load_places()
    town.refresh_from_db()
    assert (town.labels, town.latitude, town.longitude) == ({"bg": "Хисар", "en": "Hisar"}, 42.5, 24.7)


def test_a_missing_language_or_position_is_filled_in_and_a_missing_place_comes_back():
    Place.objects.get(kind="settlement", slug="melnik").delete()
    town = Place.objects.get(kind="settlement", slug="hisarya")
    town.labels, town.latitude, town.longitude = {"bg": "Хисар"}, None, None
    town.save()
    load_places()
    town.refresh_from_db()
    assert town.labels == {"bg": "Хисар", "en": "Hisarya"}
    assert town.latitude
    assert Place.objects.labelled("hisarya").exists()
    assert Place.objects.get(kind="settlement", slug="melnik").parent.slug == "blagoevgrad"
