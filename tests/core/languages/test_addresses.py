"""Every address begins with its language, and says nothing about the reader."""

import pytest
from django.http import HttpRequest
from wagtail.models import Site

from core.changes.version import reading_once
from core.languages.routing import remember_route
from tests.core.factories import StandardPageFactory, locale, translate


@pytest.fixture
def about(site, home_bg):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")


def test_the_bare_address_leads_to_the_source_language(client, site):
    response = client.get("/", headers={"accept-language": "en"})

    assert (response.status_code, response.url) == (302, "/bg/")


def test_each_tree_lives_below_its_language(client, site, home_en, about):
    about_en = translate(about, "en", {"za-nas": "about"})

    assert about.url == "/bg/za-nas/"
    assert home_en.url == "/en/"
    assert client.get(about_en.url).context["page"].pk == about_en.pk
    assert client.get("/bg/za-nas/").headers["Content-Language"] == "bg"


@pytest.mark.parametrize(
    "path", ["/de/", "/de/za-nas/", "/za-nas/", "/bg-bg/", "/BG/za-nas/", "/en/za-nas/", "/bg/none/"]
)
def test_an_address_of_no_page_is_missing(client, about, path):
    assert client.get(path).status_code == 404


def test_the_language_comes_neither_from_a_cookie_nor_from_the_browser(client, about):
    client.cookies["django_language"] = "en"
    response = client.get("/bg/za-nas/", headers={"accept-language": "en"})

    assert response.headers["Content-Language"] == "bg"
    assert not response.cookies


def test_an_address_without_language_is_missing_in_the_source_language(client, about):
    response = client.get("/za-nas/", headers={"accept-language": "en"})

    assert response.status_code == 404
    assert response.headers["Content-Language"] == "bg"


def test_the_source_tree_never_shows_under_a_language_whose_home_is_a_draft(client, about, home_en):
    home_en.unpublish()

    assert client.get("/en/").status_code == 404
    assert client.get("/en/za-nas/").status_code == 404


def test_a_translation_below_an_unpublished_home_keeps_its_address(client, about, home_en):
    about_en = translate(about, "en")
    home_en.unpublish()

    assert client.get(about_en.url).status_code == 200


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(client, about):
    assert client.get("/bg/za-nas").url == "/bg/za-nas/"


def test_a_page_deep_down_is_found_with_as_many_queries_as_one_above(client, about, django_assert_max_num_queries):
    for number in range(3):
        about = StandardPageFactory(parent=about, title=f"Ниво {number}", slug=f"nivo-{number}")
    client.get("/bg/")

    with reading_once(), django_assert_max_num_queries(2) as captured:
        request = HttpRequest()
        remember_route(request, "za-nas/nivo-0/nivo-1/nivo-2/")

    assert request._wagtail_route_for_request.page.pk == about.pk
    assert len(captured) == 2


def test_several_sites_are_left_to_wagtail(client, site, about, home_bg):
    other = StandardPageFactory(parent=home_bg.get_parent(), title="Друг сайт", slug="other", locale=locale("bg"))
    Site.objects.create(hostname="other.example.org", root_page=other)

    assert client.get("/bg/za-nas/").status_code == 200


def test_previews_are_in_the_language_of_their_page(site, home_en, about):
    about_en = translate(about, "en")

    for page, code in ((about, "bg"), (about_en, "en")):
        response = page.make_preview_request()
        assert response.status_code == 200
        assert response.headers["Content-Language"] == code


def test_a_page_stays_in_the_tree_of_its_language(about, home_bg, home_en):
    assert about.can_move_to(home_bg)
    assert not about.can_move_to(home_en)
