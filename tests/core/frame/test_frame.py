"""What stands around every page."""

import re
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from core.links import ResolvedLink
from core.models import SiteSettings

pytestmark = pytest.mark.django_db


def frame(rf, language="bg", path=None, page=None):
    with translation.override(language):
        return render_to_string("404.html", {"page": page}, rf.get(path or f"/{language}/"))


def mark(rf, path, url):
    tag = Template(
        "{% load navigation %}{% marked links as links %}{% for link, mark in links %}{{ mark }}{% endfor %}"
    )
    return tag.render(Context({"request": rf.get(path), "links": [ResolvedLink("Връзка", url)]}))


def test_the_first_thing_on_a_page_is_the_way_to_its_content(rf):
    body = frame(rf).split("<body>")[1]

    assert body.strip().startswith('<a class="skip" href="#main">')
    assert '<main id="main" tabindex="-1">' in body


def test_nothing_on_a_page_is_inline_that_the_policy_forbids(rf):
    page = frame(rf)

    assert " style=" not in page
    assert "<style" not in page
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []


def test_nothing_on_a_page_is_asked_of_others(rf):
    assert re.findall(r'(?:src|href)="(?:https?:)?//(?!testserver)', frame(rf)) == []


@pytest.mark.parametrize("language", ["bg", "en"])
def test_the_fonts_of_both_scripts_are_announced(rf, language):
    fonts = re.findall(r'rel="preload" href="/static/fonts/([\w-]+)\.woff2"', frame(rf, language))
    assert fonts == ["sofia-sans-bg", "sofia-sans-latin"]


def test_the_name_of_the_site_stands_in_title_header_and_footer(rf):
    SiteSettings.objects.update_or_create(language="bg", defaults={"name": "Клуб на бродиращите"})

    page = frame(rf)

    assert re.search(r"<title>.+ – Клуб на бродиращите</title>", page)
    assert page.count("<span>Клуб на бродиращите</span>") == 2


def test_the_european_emblem_says_its_statement(rf):
    SiteSettings.objects.update_or_create(
        language="bg", defaults={"funding_statement": "Съфинансирано от Европейския съюз", "funding_shown": True}
    )

    assert 'alt="Съфинансирано от Европейския съюз"' in frame(rf)


@pytest.mark.parametrize(
    ("texts", "described"),
    [
        ({"search_description": "За търсачки", "lead": "Увод"}, "За търсачки"),
        ({"search_description": "", "lead": "Увод\nна два реда & знак"}, "Увод на два реда &amp; знак"),
        ({}, "Девизът на клуба"),
        ({"lead": "д" * 300}, "д" * 199 + "…"),
    ],
)
def test_a_page_is_described_in_its_own_words(texts, described):
    tag = Template("{% load sharing %}{% description_of page tagline as words %}{{ words }}")

    assert tag.render(Context({"page": SimpleNamespace(**texts), "tagline": "Девизът на клуба"})) == described


@pytest.mark.parametrize(
    ("path", "url", "marked"),
    [
        ("/bg/novini/", "/bg/novini/", "page"),
        ("/bg/novini/edna/", "/bg/novini/", "true"),
        ("/bg/novini/", "/bg/", ""),
        ("/bg/", "/bg/", "page"),
        ("/bg/novini-drugi/", "/bg/novini/", ""),
        ("/bg/novini/", "https://example.org/", ""),
        ("/bg/novini/", "", ""),
    ],
)
def test_the_menu_marks_where_the_reader_is(rf, path, url, marked):
    assert mark(rf, path, url) == (marked or "")
