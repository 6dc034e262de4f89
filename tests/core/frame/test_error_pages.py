"""The pages for what went wrong, as readers get them."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

TEMPLATES = ["400.html", "403.html", "404.html", "414.html"]


def test_the_page_for_a_broken_server_needs_neither_database_nor_request():
    # No database mark: any query would fail here.
    page = render_to_string("500.html")

    assert 'viewBox="0 0 38 14"' in page
    assert "/static/css/site.css" in page


@pytest.mark.parametrize("language", ["bg", "en"])
def test_the_page_for_a_broken_server_leads_home_in_the_readers_language(language):
    with translation.override(language):
        page = render_to_string("500.html")

    assert f'<html lang="{language}">' in page
    assert f'href="/{language}/"' in page


@pytest.mark.django_db
@pytest.mark.parametrize("template", TEMPLATES)
def test_error_pages_show_their_number_and_the_way_home(template, rf):
    page = render_to_string(template, {"page": None}, rf.get("/bg/nothing/"))

    assert 'viewBox="0 0 38 14"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'href="/bg/"' in page


@pytest.mark.django_db
def test_an_unknown_address_answers_with_the_page_for_it(client):
    response = client.get("/en/no-such-page/")

    assert response.status_code == 404
    assert "404.html" in [template.name for template in response.templates]
    assert '<html lang="en">' in response.content.decode()
