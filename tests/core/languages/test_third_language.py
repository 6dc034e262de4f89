"""A third language is a setting plus translations: nothing else changes."""

import re

import pytest
from django.core.management import call_command

from core.models import Navigation, SiteSettings
from home.models import StandardPage
from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.core.factories import StandardPageFactory, locale, translate


@pytest.fixture
def german(settings, site, home_bg):
    """German in the settings, its rows, and a translated home page; the rest is in Bulgarian and English."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("de", "German")]
    about = StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")
    translate(about, "en", {"za-nas": "about"})
    index = BlogIndexPageFactory(parent=home_bg)
    translate(index, "en", {"novini": "news"})
    translate(BlogPageFactory(parent=index, title="Преведена", slug="prevedena"), "en")
    BlogPageFactory(parent=index, title="Непреведена", slug="neprevedena")
    locale("de")
    SiteSettings.ensure_rows()
    Navigation.ensure_rows()
    translate(home_bg, "de")
    return index


def links(html):
    return {link for link in re.findall(r'href="(/[^"#]*)"', html) if re.match(r"/(bg|en|de)/", link)}


def sitemap_addresses(client):
    parts = re.findall(r"<loc>([^<]+)", client.get("/sitemap.xml").content.decode())
    return [address for part in parts for address in re.findall(r"<loc>http://testserver([^<]+)", read(client, part))]


def read(client, address):
    return client.get(address).content.decode()


def test_a_walk_over_the_site_meets_no_dead_end(client, german):
    pending, seen = sitemap_addresses(client), set()
    while pending:
        address = pending.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code in (200, 304), address
        if response.headers["Content-Type"].startswith("text/html"):
            pending += links(response.content.decode().replace("&amp;", "&")) - seen - set(pending)

    assert {"/de/", "/en/about/", "/bg/za-nas/", "/bg/novini/neprevedena/"} <= seen


def test_the_new_language_has_its_own_list_with_originals_marked(client, german):
    index_de = translate(german, "de", {"novini": "neuigkeiten"})

    html = client.get(index_de.url).content.decode()

    assert html.count("Непреведена") >= 1
    assert 'href="/bg/novini/neprevedena/"' in html
    assert 'href="/bg/novini/prevedena/"' in html
    assert 'lang="bg"' in html


def test_the_switcher_and_the_sitemap_know_it(client, german):
    html = client.get("/bg/za-nas/").content.decode()
    sitemap = read(client, re.search(r"<loc>([^<]+)", read(client, "/sitemap.xml"))[1])
    about = StandardPage.objects.get(slug="za-nas")

    assert re.search(rf'href="/de/\?original={about.pk}"[^>]* lang="de"', html)
    assert "Deutsch" in html
    assert 'hreflang="de" href="http://testserver/de/"' in sitemap


def test_its_settings_and_navigation_come_with_the_next_migration(settings, site):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("de", "German")]

    call_command("migrate", verbosity=0)

    assert SiteSettings.objects.filter(language="de").exists()
    assert Navigation.objects.filter(language="de").exists()
