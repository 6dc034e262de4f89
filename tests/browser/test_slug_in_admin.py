"""The address that the admin proposes while somebody types a title is the one that the server would give."""

import pytest
from playwright.sync_api import expect

from core.slugs import slugify

TITLES = [
    "Нова ера",
    "Семинар в София – „България“ 2019–2025",
    "ЩЪРКЕЛ И ГЬОЛ, ЖИВИ И ЗДРАВИ!",
    "Мария-Луиза ѝ каза: Йога в Юндола",
    "Здравей, Café Müller",
]


@pytest.fixture
def new_page(admin, live_site, first_page):
    """Opens the empty form of a standard page below the home page of a language."""

    def new_page(language):
        admin.goto(live_site.address(f"/admin/pages/add/home/standardpage/{first_page('home.HomePage', language)}/"))
        return admin

    return new_page


def expect_slug(admin, slug):
    """The slug is on another tab of the form: it is there, but not to be seen. It follows the title a moment later."""
    expect(admin.locator("[name=slug]")).to_have_value(slug)


@pytest.mark.parametrize("language", ["bg", "en"])
def test_typing_a_title_proposes_the_official_transliteration(new_page, language):
    for title in TITLES:
        admin = new_page(language)
        admin.locator("[name=title]").press_sequentially(title)
        admin.locator("[name=title]").blur()
        expect_slug(admin, slugify(title))


def test_a_slug_typed_in_cyrillic_becomes_latin(new_page):
    admin = new_page("bg")
    admin.locator("main [role=tab]").nth(1).click()  # the tab with the slug
    admin.fill("[name=slug]", "Щъркелово гнездо")
    admin.locator("[name=slug]").blur()
    expect_slug(admin, "shtarkelovo-gnezdo")
