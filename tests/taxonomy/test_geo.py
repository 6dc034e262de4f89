import gzip
import json
import tomllib

import pytest
from django.conf import settings

from taxonomy.files import DATA
from taxonomy.geo import country_at

# Too small for the outlines, or shapes that lie far apart.
TINY = {"TK", "UM", "VA"}


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (42.6977, 23.3219, "BG"), (43.835, 25.96, "BG"), (43.905, 26.0, "RO"), (41.67, 26.55, "TR"),
        (51.5, -0.12, "GB"), (35.9, 14.45, "MT"), (44.95, 34.1, "UA"), (35.3, 33.4, "CY"), (-29.5, 28.3, "LS"),
        (43.94, 12.46, "SM"), (4.0, -53.0, "GF"), (78.5, 16.0, "SJ"), (-80.0, 100.0, "AQ"),
    ],
)  # fmt: skip
def test_a_position_has_the_country_that_it_lies_in(latitude, longitude, code):
    assert country_at(latitude, longitude) == code


@pytest.mark.parametrize(("latitude", "longitude"), [(66.0, -172.0), (65.0, 175.0), (55.75, 37.6)])
def test_a_country_is_whole_on_both_sides_of_the_180th_meridian(latitude, longitude):
    assert country_at(latitude, longitude) == "RU"


def test_a_position_just_off_the_coast_is_in_the_nearest_country_within_the_tolerance():
    assert country_at(42.66, 27.80) == "BG"
    assert country_at(42.66, 27.80, tolerance_km=0) is None
    assert country_at(42.66, 28.30) is None
    assert country_at(42.66, 28.30, tolerance_km=60) == "BG"


@pytest.mark.parametrize(("latitude", "longitude"), [(0.0, -30.0), (43.3, 31.0), (90.0, 0.0), (-0.23, 51.49)])
def test_the_open_sea_is_nobodys(latitude, longitude):
    assert country_at(latitude, longitude) is None


def test_a_country_without_a_code_is_not_its_neighbours():
    assert country_at(42.66, 21.16) is None


def test_every_country_of_the_gazetteer_has_its_point_inside():
    rows = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))["countries"]
    wrong = {row["code"] for row in rows if country_at(*row["position"]) != row["code"]}
    assert wrong <= TINY


def test_every_province_and_town_of_the_gazetteer_is_in_bulgaria():
    provinces = tomllib.loads((DATA / "provinces.toml").read_text(encoding="utf-8"))["provinces"]
    by_province = tomllib.loads((DATA / "settlements.toml").read_text(encoding="utf-8"))
    towns = [town for found in by_province.values() for town in found.values()]
    assert {country_at(*place["position"], tolerance_km=2) for place in [*provinces, *towns]} == {"BG"}


def test_the_map_of_the_browser_is_small_and_has_every_country_that_has_an_outline():
    text = (settings.BASE_DIR / "static" / "map" / "world.json").read_bytes()
    codes = {country["id"] for country in json.loads(text)["objects"]["countries"]["geometries"]}
    assert len(gzip.compress(text)) < 60_000
    assert {"BG", "RO", "RS", "MK", "GR", "TR", "GB", "UA"} <= codes
