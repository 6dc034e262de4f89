"""The sitemap names what anybody may read, in every language, and where its translations are."""

from xml.etree import ElementTree

import pytest
from django.utils.dateparse import parse_datetime

from core import sitemaps
from tests.core.factories import StandardPageFactory, restrict, translate

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def parse(response):
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own answer


def parts(client):
    return [node.text for node in parse(client.get("/sitemap.xml")).iterfind("s:sitemap/s:loc", NAMES)]


def entries(client):
    """{address: {hreflang: address}} of all parts."""
    found = {}
    for part in parts(client):
        for url in parse(client.get(part)).iterfind("s:url", NAMES):
            links = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", NAMES)}
            address = url.find("s:loc", NAMES).text
            assert address not in found
            found[address] = links
    return found


@pytest.fixture
def about(site, home_bg):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")


def test_every_published_page_stands_in_it_with_its_translations(client, about):
    translate(about, "en", {"za-nas": "about"})
    both = {
        "bg": "http://testserver/bg/za-nas/",
        "en": "http://testserver/en/about/",
        "x-default": "http://testserver/bg/za-nas/",
    }

    found = entries(client)

    assert set(found) == {"http://testserver/bg/", "http://testserver/en/", both["bg"], both["en"]}
    assert found[both["bg"]] == found[both["en"]] == both


def test_a_page_in_one_language_stands_alone(client, about):
    assert entries(client)["http://testserver/bg/za-nas/"] == {}


def test_drafts_and_private_pages_are_left_out(client, about, home_bg):
    restrict(about)
    StandardPageFactory(parent=about, slug="pod-tyah")
    StandardPageFactory(parent=home_bg, live=False)

    assert set(entries(client)) == {"http://testserver/bg/", "http://testserver/en/"}


def test_it_says_when_a_page_last_changed(client, about):
    url = parse(client.get(parts(client)[-1])).findall("s:url", NAMES)[-1]

    assert parse_datetime(url.find("s:lastmod", NAMES).text) == about.last_published_at


def test_large_sites_are_split_and_each_part_is_one_query(client, monkeypatch, about, django_assert_num_queries):
    translate(about, "en", {"za-nas": "about"})
    monkeypatch.setattr(sitemaps, "SPAN", 2)
    found = entries(client)
    assert len(parts(client)) > 1
    assert len(found) == 4
    assert set(found["http://testserver/bg/za-nas/"]) == {"bg", "en", "x-default"}
    first, *_rest = parts(client)

    with django_assert_num_queries(2):  # for the content version, and for the part
        client.get(first)


def test_a_part_without_pages_is_missing(client, about):
    assert client.get("/sitemap-4000.xml").status_code == 404


def test_robots_are_told_where_it_is_and_what_to_leave_alone(client, site):
    response = client.get("/robots.txt")

    assert response.headers["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert {"Disallow: /admin/", "Disallow: /bg/_util/", "Disallow: /en/_util/"} <= set(lines)
