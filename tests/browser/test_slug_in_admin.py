"""The address that the admin proposes while somebody types a title is the one that the server would give."""

import pytest
from playwright.sync_api import expect

from core.slugs import slugify
from tests.browser.plant import EDITOR

TITLES = [
    "Нова ера",
    "Семинар в София – „България“ 2019–2025",
    "ЩЪРКЕЛ И ГЬОЛ, ЖИВИ И ЗДРАВИ!",
    "Мария-Луиза ѝ каза: Йога в Юндола",
    "Здравей, Café Müller",
]


@pytest.fixture
def admin(open_page, live_site):
    """A page in which the editor is logged in."""
    page = open_page("/admin/login/")
    page.fill("[name=username]", EDITOR[0])
    page.fill("[name=password]", EDITOR[1])
    page.click("[type=submit]")
    page.wait_for_url(live_site.address("/admin/"))
    return page


def open_new_page(admin, live_site, language):
    """The empty form of a standard page below the home page of `language`."""
    query = f"/admin/api/main/pages/?type=home.HomePage&locale={language}"
    homes = admin.request.get(live_site.address(query)).json()["items"]
    (home,) = (page for page in homes if page["meta"]["locale"] == language)
    admin.goto(live_site.address(f"/admin/pages/add/home/standardpage/{home['id']}/"))


def expect_slug(admin, slug):
    """The slug is on another tab of the form: it is there, but not to be seen. It follows the title a moment later."""
    expect(admin.locator("[name=slug]")).to_have_value(slug)


@pytest.mark.parametrize("language", ["bg", "en"])
def test_typing_a_title_proposes_the_official_transliteration(admin, live_site, language):
    for title in TITLES:
        open_new_page(admin, live_site, language)
        admin.locator("[name=title]").press_sequentially(title)
        admin.locator("[name=title]").blur()
        expect_slug(admin, slugify(title))


def test_a_slug_typed_in_cyrillic_becomes_latin(admin, live_site):
    open_new_page(admin, live_site, "bg")
    admin.locator("main [role=tab]").nth(1).click()  # the tab with the slug
    admin.fill("[name=slug]", "Щъркелово гнездо")
    admin.locator("[name=slug]").blur()
    expect_slug(admin, "shtarkelovo-gnezdo")
