"""What search engines are told of the directory."""

import re

import pytest

from directory import sitemap
from tests.directory.factories import ProfileFactory, insert_profiles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def addresses(client, path):
    return re.findall(r"<loc>([^<]+)</loc>", client.get(path).content.decode())


def test_the_list_stands_in_it_in_every_language(client):
    ProfileFactory()

    assert "http://testserver/sitemap-directory-0.xml" in addresses(client, "/sitemap.xml")
    assert addresses(client, "/sitemap-directory-0.xml") == [
        "http://testserver/bg/directory/",
        "http://testserver/en/directory/",
    ]


def test_a_profile_stands_in_it_in_the_languages_in_which_it_says_something(client):
    ProfileFactory(slug="edin", texts={"bg": "Учим."})
    ProfileFactory(slug="dva", texts={"bg": "Учим.", "en": "We learn."})
    text = client.get("/sitemap-directory-1.xml").content.decode()

    assert sorted(re.findall(r"<loc>http://testserver([^<]+)</loc>", text)) == [
        "/bg/directory/dva/",
        "/bg/directory/edin/",
        "/en/directory/dva/",
    ]
    assert 'hreflang="x-default" href="http://testserver/bg/directory/edin/"' in text


def test_what_is_not_listed_is_not_told(client):  # case 13
    ProfileFactory(slug="pokazan")
    ProfileFactory(slug="skrit", visibility="unlisted")
    ProfileFactory(slug="chernova", live=False)
    withdrawn = ProfileFactory(slug="otteglen")
    withdrawn.unpublish()

    assert addresses(client, "/sitemap-directory-1.xml") == ["http://testserver/bg/directory/pokazan/"]


def test_an_empty_directory_is_not_told(client):
    assert not [address for address in addresses(client, "/sitemap.xml") if "directory" in address]


def test_many_profiles_are_split_and_each_part_is_one_query(client, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(sitemap, "SPAN", 20)
    insert_profiles(50)
    parts = [part for part in addresses(client, "/sitemap.xml") if "directory" in part][1:]
    found = [address for part in parts for address in addresses(client, part)]

    assert len(parts) >= 3
    assert len(found) == len(set(found)) == 50
    with django_assert_num_queries(2):  # the content version and the part
        addresses(client, parts[0])


@pytest.mark.parametrize(
    "path", ["/sitemap-nothing-1.xml", "/sitemap-directory-7.xml", "/sitemap-directory-99999999999.xml"]
)
def test_a_part_that_is_not_there_is_missing(client, path):
    assert client.get(path).status_code == 404
