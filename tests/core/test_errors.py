"""Whatever stands in the address, readers get a helpful page in its language with the right status."""

import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory
from django.urls import path
from wagtail.models import Site

import config.urls
from core import errors
from tests.core.factories import StandardPageFactory, restrict


def explode(request):
    raise RuntimeError("broken")


def away(*query):
    raise OperationalError("away")


urlpatterns = [path("en/explode/", explode), *config.urls.urlpatterns]
handler500 = "core.errors.server_error"


@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_missing_page_is_said_in_the_language_of_its_address(client, site, language):
    response = client.get(f"/{language}/none/")

    assert response.status_code == 404
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/bg/%00/", 400),
        ("/bg/%00/?q=%00", 400),
        ("/bg/?page=%00", 200),
        ("/bg/?q=%2500&%00=%00", 200),
        ("/bg/?q=%%0000", 200),
        ("/%ff%fe/", 404),
        ("/bg/%ed%a0%80/", 404),
        ("/bg/?q=%ed%a0%80", 200),
        ("/bg/?q=" + "x" * 9000, 414),
        ("/bg/" + "x" * 3000 + "/", 414),
        ("/bg/?" + "a&" * 1500, 400),
        ("/bg/" + "a/" * 500, 404),
        ("/admin/%00", 400),
        ("/sitemap-99999999999999999999.xml", 404),
    ],
)
def test_an_unreadable_address_gets_a_page(client, site, address, status):
    response = client.get(address)

    assert response.status_code == status
    assert b"<html" in response.content


def test_a_broken_view_is_said_in_the_language_of_its_address_while_the_database_is_away(client, settings, site):
    client.get("/en/")
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False

    with connection.execute_wrapper(away):
        response = client.get("/en/explode/")

    assert response.status_code == 500
    assert '<html lang="en"' in response.content.decode()


def test_a_page_that_needs_a_login_asks_for_it_in_its_language(client, site, home_bg):
    page = StandardPageFactory(parent=home_bg, slug="taen")
    restrict(page)

    assert client.get(page.url).url.startswith("/bg/_util/login/?next=/bg/taen/")


def test_a_developer_sees_the_page_that_readers_see(client, settings, site, home_bg):
    settings.DEBUG = True

    for address in ("/none/", "/bg/none/", "/bg/none.txt"):
        response = client.get(address)
        assert response.status_code == 404
        assert b"DEBUG = True" not in response.content


def test_error_pages_work_before_there_is_a_site(db):
    Site.objects.all().delete()
    request = RequestFactory().get("/bg/none/")

    assert errors.not_found(request).status_code == 404
