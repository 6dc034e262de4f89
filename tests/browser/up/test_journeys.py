"""Readers, editors and subscribers on all that production is made of: TLS, two processes, workers, Elasticsearch."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from core.slugs import slugify
from tests.browser.editing import act, write_post
from tests.browser.pages import DIRECTORY, HOME, NEWS, SEARCH
from tests.browser.subscribing import path_in, subscribe_in_footer

pytestmark = pytest.mark.services

MISSPELT = {"bg": ("ценътр", "център"), "en": ("crfats", "crafts")}


@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_reader_looks_around_and_finds_in_spite_of_a_mistake(language, open_page, live_site, questions, until):
    page = open_page(HOME.paths[language])
    expect(page.locator("main h1")).to_be_visible()
    page.goto(live_site.address(NEWS.paths[language]))
    page.locator("main h2 a, main h3 a").first.click()
    expect(page.locator("main article, main h1").first).to_be_visible()
    page.goto(live_site.address(DIRECTORY.paths[language]))
    expect(page.locator("main h1")).to_be_visible()

    asked = questions()
    wrong, right = MISSPELT[language]
    page.goto(live_site.address(SEARCH.paths[language]))
    page.locator("main .search-form input").fill(wrong)
    page.keyboard.press("Enter")
    expect(page.locator(".search-said strong").first).to_have_text(right)
    assert page.locator("main mark").count()
    # A question that is too slow for it is answered by the index of the machine, and so are those of ten seconds.
    until(lambda: page.reload() and questions() > asked)

    assert page.complaints == []
    assert page.context.cookies() == []
    assert [url for url in page.requested if not url.startswith(live_site.url)] == []


def test_what_an_editor_publishes_readers_see_at_once_and_soon_find(admin, first_page, open_page, live_site, until):
    title = "Квазимодни везбари от Бухово"
    admin.goto(live_site.address(f"/admin/pages/add/blog/blogpage/{first_page('blog.BlogIndexPage', 'bg')}/"))
    # Wagtail's button doesn't wait for a draft that it is just saving by itself, and would make the page a second time.
    admin.evaluate("document.addEventListener('w-autosave:save', event => event.preventDefault())")
    write_post(admin, title, kind_of_block="Текст")
    act(admin, "[name=action-publish]")
    expect(admin.locator(".messages .success")).to_be_visible()
    reader = open_page(f"/bg/novini/{slugify(title)}/")
    assert reader.response.status == 200
    expect(reader.locator("main h1")).to_have_text(title)

    def found():
        reader.goto(live_site.address(f"{SEARCH.bg}?q={quote('квазимодни везбари')}"))
        return reader.get_by_role("link", name=title).count()

    assert until(found)


def test_a_subscriber_confirms_gets_an_issue_from_the_worker_and_leaves(admin, open_page, live_site, letters, until):
    address = "marina@example.net"
    page = open_page(HOME.en)
    subscribe_in_footer(page, address)
    (letter,) = until(lambda: letters(address))
    page.goto(live_site.address(path_in(letter)))
    page.locator("main form button").click()
    expect(page.locator("main a.more")).to_be_visible()

    _send_the_draft(admin, live_site)
    issue = until(lambda: [letter for letter in letters(address) if letter["List-Unsubscribe"]])[0]
    assert issue["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = re.search(r"<(https://[^>]+)>", issue["List-Unsubscribe"])[1]
    assert link.startswith(live_site.url)
    assert page.request.post(link, form={"List-Unsubscribe": "One-Click"}).text() == "Unsubscribed.\n"
    page.goto(link)
    expect(page.locator("main h1")).to_have_text("You are unsubscribed")


def _send_the_draft(admin, live_site):
    admin.goto(live_site.address("/admin/issues/"))
    admin.locator("a[href*='/newsletters/send/']", has_text="Чернова").first.click()
    at_once = admin.locator("form", has=admin.locator("[value=now]"))
    at_once.locator("[name=sure]").check()
    at_once.get_by_role("button").click()
    expect(admin.locator(".messages .success")).to_be_visible()
