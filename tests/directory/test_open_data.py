"""The list in other forms: what is in them, in which order, and what is in none of them."""

import csv
import gc
import io
import json
import re
from itertools import islice
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from core.spreadsheets import harmless
from directory.checks import check_licence, check_tiles
from directory.filters import Filters
from directory.formats import walking
from directory.formats.licences import LICENCES
from directory.formats.records import FIELDS
from directory.formats.walking import key_of, walk
from directory.models import Profile
from tests.directory.factories import ProfileFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db

DOCS = settings.BASE_DIR / "docs"


def fetch(client, query, language="bg", **headers):
    return client.get(f"/{language}/directory/?{query}", headers=headers)


def text_of(response):
    return b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()


def document(client, query, language="bg"):
    return json.loads(text_of(fetch(client, query, language)))


def table(client, query="format=csv", language="bg"):
    return list(csv.DictReader(io.StringIO(text_of(fetch(client, query, language)).removeprefix("\ufeff"))))


def places(query, after="", most=None):
    return [row.entry.name for row in walk(Filters.parse(QueryDict(query), "bg"), after, most)]


@pytest.fixture
def bakery(site):
    return ProfileFactory(
        name="Хляб назаем",
        theme="poverty",
        themes=["climate"],
        kind="cooperative",
        groups=["youth"],
        place="plovdiv",
        website="https://hlyab.example.org/",
        texts={"bg": "Печем хляб.", "de": "Wir backen."},
        topics=["food"],
        founded=2019,
    )


def test_a_table_says_in_words_what_the_page_says(client, bakery):
    (row,) = table(client)
    assert list(row) == list(FIELDS)
    assert (row["name"], row["summary"], row["summary_language"]) == ("Хляб назаем", "Печем хляб.", "bg")
    assert (row["country"], row["settlement"], row["founded"]) == ("BG", "Пловдив", "2019")
    assert (row["theme"], row["verified"]) == (str(bakery.theme), "no")
    assert row["url"] == "http://testserver/bg/directory/hlyab-nazaem/"


def test_spreadsheets_are_told_that_a_table_is_in_utf_8(client, bakery):
    response = fetch(client, "format=csv")
    assert next(iter(response.streaming_content)).startswith(b"\xef\xbb\xbfid,url,name")
    assert response["Content-Disposition"] == 'attachment; filename="profiles.csv"'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_of_a_table_is_a_formula(start):
    assert harmless(f"{start}HYPERLINK(1)").startswith("'")
    assert harmless(f"a{start}") == f"a{start}"


def test_a_profile_named_like_a_formula_is_only_a_name(client, site):
    ProfileFactory(name="=1+1", latitude=-12.5, longitude=-3.0)
    (row,) = table(client)
    assert (row["name"], row["latitude"]) == ("'=1+1", "-12.5")


def test_json_says_where_it_is_from_and_what_may_be_done_with_it(client, bakery):
    ProfileFactory(theme="climate")
    found = document(client, "format=json&theme=poverty")
    assert found["licence"]["id"] == "CC-BY-4.0"
    assert found["source"] == "http://testserver/bg/directory/?theme=poverty"
    assert (found["total"], found["query"], found["next"]) == (1, {"theme": ["poverty"]}, None)
    (profile,) = found["profiles"]
    assert set(profile) == {*FIELDS, "texts"}
    assert profile["theme"] == {"id": "poverty", "label": bakery.theme.labels["bg"]}
    assert {text["language"]: text["summary"] for text in profile["texts"]} == {
        "bg": "Печем хляб.",
        "de": "Wir backen.",
    }


def test_words_are_in_the_language_of_the_list_although_the_answer_streams(client, bakery):
    (profile,) = document(client, "format=json", "en")["profiles"]
    assert profile["theme"]["label"] == bakery.theme.labels["en"]
    assert profile["settlement"] == "Plovdiv"
    assert profile["url"].startswith("http://testserver/en/")


@pytest.mark.parametrize("order", ["", "sort=name", "sort=newest", "near=plovdiv", "near=plovdiv&sort=name"])
def test_parts_together_are_the_whole_list_in_its_order(client, site, order):
    for number in range(7):
        ProfileFactory(name=f"Дом {number % 3}", place="plovdiv" if number % 2 else "asenovgrad")
    whole = [one["id"] for one in document(client, f"format=json&{order}".rstrip("&"))["profiles"]]
    address, parts = f"/bg/directory/?format=json&limit=3&{order}".rstrip("&"), []
    while address:
        part = json.loads(text_of(client.get(address)))
        parts += [one["id"] for one in part["profiles"]]
        address = part["next"]
    assert len(whole) == 7
    assert parts == whole


def test_a_key_leads_on_when_its_profile_is_gone(site):
    for name in "АБВ":
        ProfileFactory(name=name)
    (row,) = islice(walk(Filters("bg")), 1)
    Profile.objects.get(name="А").delete()
    assert places("", key_of(row)) == ["Б", "В"]


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "limit=x", "after=%00", "after=W10", "after=bnVs"])
def test_a_part_that_cannot_be_is_a_bad_request(client, site, query):
    assert fetch(client, f"format=json&{query}").status_code == 400


def test_geojson_has_points_and_what_has_none(client, bakery):
    ProfileFactory(name="Никъде")
    found = document(client, "format=geojson")
    assert found["type"] == "FeatureCollection"
    geometries = {one["properties"]["name"]: one["geometry"] for one in found["features"]}
    assert geometries["Никъде"] is None
    longitude, latitude = geometries["Хляб назаем"]["coordinates"]
    assert (round(longitude), round(latitude)) == (25, 42)


def test_the_feed_has_the_newest_first_and_marks_their_language(client, bakery):
    ProfileFactory(name="Само на български")
    root = ElementTree.fromstring(text_of(fetch(client, "format=rss", "en")))  # noqa: S314 - our own feed
    items = root.findall("channel/item")
    assert [item.findtext("title") for item in items] == ["Само на български", "Хляб назаем"]
    assert items[0].findtext("{http://purl.org/dc/elements/1.1/}language") == "bg"
    assert LICENCES["CC-BY-4.0"].url in root.findtext("channel/copyright")


@pytest.mark.parametrize("form", ["csv", "json", "geojson", "rss", "map", "embed"])
def test_drafts_and_unlisted_profiles_are_in_no_form(client, site, form):
    ProfileFactory(name="Тайна чернова", live=False, place="plovdiv")
    ProfileFactory(name="Тайно скрита", visibility="unlisted", place="plovdiv")
    changed = ProfileFactory(name="Явна", place="plovdiv")
    changed.name = "Тайна промяна"
    changed.save_revision()
    text = text_of(fetch(client, f"format={form}"))
    assert "Явна" in text
    assert "Тайн" not in text


@pytest.mark.parametrize("form", ["csv", "json", "geojson", "rss"])
def test_scripts_of_other_sites_may_read_open_data_and_get_no_cookie(client, bakery, form):
    response = fetch(client, f"format={form}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies


def test_what_did_not_change_is_not_sent_again(client, bakery):
    first = fetch(client, "format=json")
    etag = first["ETag"]
    assert fetch(client, "format=json", if_none_match=etag).status_code == 304
    ProfileFactory()
    assert fetch(client, "format=json", if_none_match=etag).status_code == 200


def test_a_stream_is_compressed_on_its_way(client, bakery):
    response = fetch(client, "format=json", accept_encoding="gzip")
    assert response["Content-Encoding"] == "gzip"


def test_a_long_list_is_walked_in_few_queries_a_part(site):
    topics = [TopicFactory(slug=slug, name=slug) for slug in "ab"]
    for number in range(3):
        ProfileFactory(name=f"Дом {number}", topics=topics, groups=["youth"], place="plovdiv")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(places("")) == 3
    assert len(queries) <= 10


def test_no_more_than_a_part_of_a_long_list_is_in_memory(site, monkeypatch):
    monkeypatch.setattr(walking, "PART", 2)
    for number in range(8):
        ProfileFactory(name=f"Дом {number:02}")
    alive = []
    for _row in walk(Filters("bg")):
        gc.collect()
        alive.append(sum(type(one) is Profile for one in gc.get_objects()))
    assert len(alive) == 8
    # While one part replaces another both are there.
    assert max(alive) <= 2 * walking.PART + 1


def test_other_sites_may_frame_the_embed_and_no_other_page(client, bakery):
    response = fetch(client, "format=embed&view=map")
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    page = fetch(client, "view=map")
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"


def test_links_of_the_embed_open_windows_of_their_own(client, bakery):
    text = text_of(fetch(client, "format=embed"))
    assert '<base target="_blank">' in text
    assert "site-header" not in text


def test_the_list_offers_its_forms_with_what_was_chosen(client, bakery):
    text = text_of(fetch(client, "theme=poverty"))
    for form in ("csv", "json", "geojson", "rss"):
        assert text.count(f"/bg/directory/?theme=poverty&amp;format={form}") == 2
    assert "theme=poverty&amp;amp;format=embed" in text
    assert LICENCES["CC-BY-4.0"].url in text


def test_readers_find_every_field_explained(client, bakery):
    text = text_of(fetch(client, "format=about"))
    assert re.findall(r'<code translate="no">(\w+)</code></th>', text) == list(FIELDS)


def test_the_documentation_names_every_field_and_every_licence():
    section = (DOCS / "api.md").read_text().split("\n## Fields\n")[1].split("\n## ")[0]
    fields = re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)
    assert fields == [*FIELDS, "texts"]
    line = next(
        one for one in (DOCS / "settings.md").read_text().splitlines() if one.startswith("| `OPEN_DATA_LICENCE`")
    )
    assert set(re.findall(r"`([\w.-]+)`", line)) == {"OPEN_DATA_LICENCE", *LICENCES}


def test_a_licence_that_nobody_knows_stops_the_start(settings):
    assert check_licence(None) == []
    settings.OPEN_DATA_LICENCE = "WTFPL"
    assert [error.id for error in check_licence(None)] == ["directory.E001"]


def test_tiles_need_an_encrypted_address_and_a_source(settings):
    settings.MAP_TILE_URL = "http://tiles.example.org/"
    assert [error.id for error in check_tiles(None)] == ["directory.E002", "directory.E003"]
    settings.MAP_TILE_URL, settings.MAP_TILE_ATTRIBUTION = "https://{s}.tiles.example.org/{z}/{x}/{y}.png", "Tiles"
    assert check_tiles(None) == []


def test_licences_are_known_by_their_identifiers():
    assert all(urlsplit(licence.url).scheme == "https" for licence in LICENCES.values())
