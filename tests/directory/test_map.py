"""The map: what its script gets, and what is drawn without one."""

import gzip
import re

import pytest
from django.http import QueryDict
from django.test.utils import override_settings

from core.middleware.headers import public_policy
from directory.filters import Filters
from directory.maps.frames import BULGARIA, EARTH, frame_around
from directory.maps.land import land
from directory.maps.pins import frame_and_pins
from tests.directory.factories import ProfileFactory

pytestmark = pytest.mark.django_db


def data(client, query="", language="bg"):
    return client.get(f"/{language}/directory/?{query}&format=map".replace("?&", "?")).json()


def pins(query=""):
    return frame_and_pins(Filters.parse(QueryDict(query), "bg"))


def test_the_map_gets_what_the_list_finds_and_has_a_position(client, site):
    ProfileFactory(name="Далече", locality="Берлин", latitude=52.52, longitude=13.405, theme=None)
    ProfileFactory(name="Пекарна", place="plovdiv", theme="poverty", kind="cooperative")
    ProfileFactory(name="Никъде")
    found = data(client)
    assert found["names"] == ["Далече", "Пекарна"]
    assert [found["places"][number] for number in found["place"]] == ["Берлин", "Пловдив"]
    assert [found["theme"][0], found["themes"][found["theme"][1]]] == [-1, "poverty"]
    assert found["lat"][0] / found["grid"] == 52.52
    assert data(client, "theme=poverty")["slugs"] == ["pekarna"]


def test_the_map_speaks_the_language_of_the_page(client, site):
    ProfileFactory(place="plovdiv")
    assert data(client, language="en")["places"] == ["Plovdiv"]


def test_the_map_of_a_long_list_asks_few_queries(client, site, django_assert_max_num_queries):
    for _number in range(4):
        ProfileFactory(place="plovdiv", kind="cooperative")
    with django_assert_max_num_queries(8):
        data(client)


def test_what_lies_in_bulgaria_is_shown_on_bulgaria_and_the_rest_on_what_holds_it():
    assert frame_around(23.3, 42.7, 27.9, 43.2) == BULGARIA
    wider = frame_around(13.4, 42.7, 23.3, 52.5)
    assert wider.west < 13.4 < 23.3 < wider.east
    assert wider.south < 42.7 < 52.5 < wider.north
    assert frame_around(-150, -40, 170, 60) == EARTH


def test_profiles_of_one_town_are_one_diamond_with_a_stitch_each(site):
    for theme in ("poverty", "poverty", "climate"):
        ProfileFactory(place="plovdiv", theme=theme)
    ProfileFactory(place="varna")
    frame, found = pins()
    assert frame == BULGARIA
    assert [pin.number for pin in found] == [3, 1]
    assert {hue: path.count("M") for hue, path in found[0].stitches()} == {"poverty": 2, "climate": 1}


def test_diamonds_do_not_cover_one_another(site):
    for latitude in range(8):
        ProfileFactory(latitude=42.5 + latitude / 50, longitude=25.0)
    _frame, found = pins()
    assert sum(pin.number for pin in found) == 8
    assert not any(one is not other and one.is_close_to(other) for one in found for other in found)


def test_without_scripts_the_map_is_drawn_and_named(client, site):
    for _number in range(2):
        ProfileFactory(place="plovdiv", theme="climate")
    text = client.get("/bg/directory/?view=map").content.decode()
    assert "<title>Пловдив: 2 профила</title>" in text
    assert "hue-climate" in text
    assert re.search(r"<text [^>]*>Пловдив 2</text>", text)


@pytest.mark.parametrize("frame", [BULGARIA, EARTH, frame_around(-10, 35, 40, 60)])
def test_outlines_are_small(frame):
    assert len(gzip.compress("".join(land(frame)).encode())) < 12_000


def test_a_profile_shows_where_it_is_and_one_without_a_place_shows_no_map(client, site):
    somewhere, nowhere = ProfileFactory(place="plovdiv"), ProfileFactory()
    assert "map-small" in client.get(somewhere.get_absolute_url()).content.decode()
    assert "map-small" not in client.get(nowhere.get_absolute_url()).content.decode()


def test_pictures_come_from_a_tile_server_only_if_the_settings_name_one():
    assert public_policy()["img-src"] == "'self'"
    with override_settings(MAP_TILE_URL="https://{s}.tiles.example.org/{z}/{x}/{y}.png"):
        assert public_policy()["img-src"] == "'self' https://*.tiles.example.org"
