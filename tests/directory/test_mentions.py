"""Pages that link to a profile stand below it."""

import json

import pytest

from directory.mentions import linked_slugs, pages_mentioning
from directory.models import FormerSlug, Mention
from tests.core.factories import StandardPageFactory, restrict, translate
from tests.directory.factories import ProfileFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def write(home, *blocks, **more):
    page = StandardPageFactory(parent=home, body=json.dumps([*blocks]), **more)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def text(href):
    return {"type": "text", "value": f'<p>Вижте <a href="{href}">тях</a>.</p>'}


def titles(profile, language="bg"):
    return [page.title for page in pages_mentioning(profile, language)]


@pytest.mark.parametrize(
    "href",
    [
        "/bg/directory/cherga/",
        "/en/directory/cherga/",
        "/bg/directory/cherga",
        "/bg/directory/cherga/?from=mail#story",
        "http://localhost/bg/directory/cherga/",
        "https://localhost:8000/en/directory/cherga/",
        "/bg/directory/stara-cherga/",
    ],
)
def test_every_address_of_a_profile_counts(home_bg, href):
    profile = ProfileFactory(slug="cherga")
    FormerSlug.objects.create(slug="stara-cherga", profile=profile)
    write(home_bg, text(href), title="За тях")

    assert titles(profile) == ["За тях"]


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example/bg/directory/cherga/",
        "/bg/directory/",
        "/bg/directory/cherga-2/",
        "/directory/cherga/",
    ],
)
def test_other_addresses_do_not(home_bg, href):
    profile = ProfileFactory(slug="cherga")
    write(home_bg, text(href))

    assert titles(profile) == []


def test_links_of_blocks_count(home_bg):
    profile = ProfileFactory(slug="cherga")
    link = {"label": "Вижте", "page": None, "route": "", "url": "http://localhost/bg/directory/cherga/"}
    links = [{"type": "item", "value": link}]
    write(home_bg, {"type": "call_to_action", "value": {"title": "А вие?", "text": "", "links": links}}, title="Покана")

    assert titles(profile) == ["Покана"]


def test_words_that_look_like_an_address_are_no_link(home_bg):
    profile = ProfileFactory(slug="cherga")
    page = write(home_bg, {"type": "text", "value": "<p>Адресът е /bg/directory/cherga/.</p>"})

    assert linked_slugs(page) == set()
    assert titles(profile) == []


def test_a_page_counts_once_and_in_the_readers_language(home_bg):
    profile = ProfileFactory(slug="cherga")
    page = write(home_bg, text("/bg/directory/cherga/"), text("/en/directory/cherga/"), title="За тях")
    translate(page, "en", {"За тях": "About them"})

    assert titles(profile) == ["За тях"]
    assert titles(profile, "en") == ["About them"]


def test_an_untranslated_page_stands_there_marked(client, home_bg):
    profile = ProfileFactory(slug="cherga")
    write(home_bg, text("/bg/directory/cherga/"), title="За тях")
    html = client.get("/en/directory/cherga/").content.decode()

    assert 'lang="bg">За тях</a> <span class="in-language">in Bulgarian</span>' in html
    assert titles(profile, "en") == ["За тях"]


def test_a_link_that_is_gone_is_forgotten(home_bg):
    profile = ProfileFactory(slug="cherga")
    page = write(home_bg, text("/bg/directory/cherga/"))
    page.body = json.dumps([text("/bg/directory/druga/")])
    page.save_revision().publish()

    assert titles(profile) == []
    assert not Mention.objects.exists()


def test_drafts_withdrawn_and_private_pages_are_not_named(home_bg):  # case 14
    profile = ProfileFactory(slug="cherga")
    draft = write(home_bg, text("/bg/directory/drug/"))
    draft.body = json.dumps([text("/bg/directory/cherga/")])
    draft.save_revision()
    write(home_bg, text("/bg/directory/cherga/")).unpublish()
    restrict(write(home_bg, text("/bg/directory/cherga/")))

    assert titles(profile) == []
