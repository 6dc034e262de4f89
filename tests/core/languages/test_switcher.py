"""The switcher never leads to a missing page, and search engines hear only of what is there."""

import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Page

from core.changes.version import reading_once
from core.languages.addresses import language_links
from tests.core.factories import StandardPageFactory, restrict, translate


@pytest.fixture
def about(site, home_bg):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")


@pytest.fixture
def team(about):
    return StandardPageFactory(parent=about, title="Екип", slug="ekip")


def switch(page, code="en", **attributes):
    """The link to `code` that a reader of `page` gets."""
    request = RequestFactory().get(page.url)
    vars(request).update(attributes)
    with translation.override(page.language):
        links = {link.code: link for link in language_links(request, page)}
    return links.get(code)


def head(page, **attributes):
    """(canonical, {hreflang: address}) of `page`."""
    request = RequestFactory().get(page.url)
    vars(request).update(attributes)
    html = Template("{% load languages %}{% alternates page %}").render(Context({"request": request, "page": page}))
    canonical = re.search(r'rel="canonical" href="([^"]+)"', html)[1]
    return canonical, dict(re.findall(r'hreflang="([^"]+)" href="http://testserver([^"]+)"', html))


def test_a_translated_page_leads_to_its_translation(about):
    about_en = translate(about, "en", {"za-nas": "about"})

    assert (switch(about).url, switch(about).exact) == ("/en/about/", True)
    assert switch(about_en, "bg").url == "/bg/za-nas/"


def test_an_untranslated_page_leads_to_the_nearest_translated_one_and_names_itself(about, team):
    assert (switch(team).url, switch(team).exact) == (f"/en/?original={team.pk}", False)

    translate(about, "en", {"za-nas": "about"})

    assert switch(team).url == f"/en/about/?original={team.pk}"


@pytest.mark.parametrize("hide", ["draft", "private", "unpublished"])
def test_what_a_reader_may_not_see_is_no_translation(about, hide):
    about_en = translate(about, "en", live=hide != "draft")
    if hide == "private":
        restrict(about_en)
    if hide == "unpublished":
        about_en.unpublish()

    assert switch(about).url == f"/en/?original={about.pk}"
    assert head(about)[1] == {}


def test_a_translation_below_a_moved_parent_is_still_found(about, team, home_en):
    about_en = translate(about, "en", {"za-nas": "about"})
    team_en = translate(team, "en", {"ekip": "team"})
    team_en.move(Page.objects.get(pk=home_en.pk), pos="last-child")

    assert switch(team).url == "/en/team/"
    assert about_en.url == "/en/about/"


def test_languages_are_called_by_their_own_names_and_the_current_is_marked(about):
    request = RequestFactory().get(about.url)
    with translation.override("bg"):
        links = language_links(request, about)

    assert [(link.code, link.endonym, link.current) for link in links] == [
        ("bg", "Български", True),
        ("en", "English", False),
    ]


def test_a_language_without_anything_is_not_offered(settings, about):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("de", "German")]

    assert switch(about, "de") is None


def test_a_list_below_a_page_leads_to_the_same_list(about):
    translate(about, "en", {"za-nas": "about"})

    assert switch(about, routable_suffix="topic/ageing/?page=2").url == "/en/about/topic/ageing/?page=2"


def test_the_switcher_and_the_head_ask_for_nothing_but_the_content_version(site, about, django_assert_num_queries):
    translate(about, "en")
    request = RequestFactory().get("/")
    text = "{% load languages %}{% alternates page %}{% language_links page as links %}{{ links }}"
    Template(text).render(Context({"request": request, "page": about}))
    request = RequestFactory().get("/")
    request._wagtail_site = site  # as the middleware does

    with reading_once(), django_assert_num_queries(1):
        Template(text).render(Context({"request": request, "page": about}))


def test_without_a_page_the_switcher_leads_to_the_home_pages(client, about, home_en):
    assert 'href="/en/" lang="en"' in client.get("/bg/none/").content.decode()
    home_en.unpublish()
    assert 'lang="en"' not in client.get("/bg/none/").content.decode()


def test_a_named_view_leads_to_itself(client, site):
    assert 'href="/en/_util/login/?next=/bg/"' in head_of_login(client)


def head_of_login(client):
    response = client.get("/bg/_util/login/?next=/bg/")
    with translation.override("bg"):
        links = language_links(response.wsgi_request)
    return "".join(f'href="{link.url}"' for link in links)


def test_alternates_are_the_same_from_both_sides(about):
    about_en = translate(about, "en", {"za-nas": "about"})
    both = {"bg": "/bg/za-nas/", "en": "/en/about/", "x-default": "/bg/za-nas/"}

    assert head(about) == ("http://testserver/bg/za-nas/", both)
    assert head(about_en) == ("http://testserver/en/about/", both)


def test_pages_of_a_list_have_addresses_of_their_own(about):
    translate(about, "en", {"za-nas": "about"})
    canonical, alternates = head(about, routable_suffix="?page=2")

    assert canonical == "http://testserver/bg/za-nas/?page=2"
    assert alternates["en"] == "/en/about/?page=2"


def test_a_private_page_is_no_alternate_of_its_translation(about):
    about_en = translate(about, "en")
    restrict(about)

    assert head(about_en)[1] == {}


def test_a_page_above_says_what_is_missing_and_leads_back(client, team):
    html = client.get(switch(team).url).content.decode()

    assert f'<a href="{team.url}" lang="bg" hreflang="bg">Екип</a>' in html


def test_the_notice_keeps_out_of_the_canonical_address(client, team):
    html = client.get(switch(team).url).content.decode()

    assert 'rel="canonical" href="http://testserver/en/"' in html


@pytest.mark.parametrize("value", ["", "x", "0", "-1", "１２", "9" * 18, "9" * 40, "1;drop", "%00", "1.5", "²"])
def test_whatever_else_stands_in_the_address_changes_nothing(client, site, value):
    response = client.get("/en/", {"original": value})

    assert response.status_code in (200, 400)
    assert b'class="notice' not in response.content


@pytest.mark.parametrize("state", ["translated", "draft", "private", "same language", "root"])
def test_a_notice_is_shown_only_for_a_published_page_that_is_not_translated(client, site, home_bg, home_en, state):
    page = StandardPageFactory(parent=home_en if state == "same language" else home_bg, live=state != "draft")
    number = 1 if state == "root" else page.pk
    if state == "translated":
        translate(page, "en")
    if state == "private":
        restrict(page)

    assert b'class="notice' not in client.get("/en/", {"original": number}).content


def test_labels_mark_only_what_is_in_another_language(site):
    label = Template("{% load languages %}<b{% foreign_lang code %}>{% language_label code %}</b>")
    with translation.override("en"):
        assert label.render(Context({"code": "en"})) == "<b></b>"
        assert '<b lang="bg"><span class="in-language">in Bulgarian</span>' in label.render(Context({"code": "bg"}))
