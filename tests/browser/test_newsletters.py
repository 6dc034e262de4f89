"""Subscribing by keyboard and without scripts, from the footer to the preferences; and the letters on the way."""

import uuid
from email import message_from_bytes, policy

import pytest

from tests.browser import probes
from tests.browser.axe import violations
from tests.browser.pages import NEWSLETTERS, POST, SCHEMES
from tests.browser.subscribing import path_in, subscribe_in_footer, text_of

LETTER_WIDTHS = (320, 640)


@pytest.fixture
def letter_to(live_site):
    """`letter_to(address)`: the newest letter to it."""

    def letter_to(address):
        files = sorted((live_site.folder / "mail").iterdir(), key=lambda file: file.stat().st_mtime_ns)
        letters = (message_from_bytes(file.read_bytes(), policy=policy.default) for file in files)
        return [letter for letter in letters if letter["To"] == address][-1]

    return letter_to


@pytest.fixture
def address():
    return f"reader-{uuid.uuid4().hex[:12]}@example.org"


def flawless(page):
    """What axe says in either theme, and what doesn't fit; empty where all is well."""
    found = list(page.evaluate(probes.OVERFLOW))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += violations(page)
    return found


@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_reader_subscribes_chooses_and_leaves_without_scripts(language, open_page, live_site, letter_to, address):
    page = open_page(POST.paths[language], javascript=False)
    subscribe_in_footer(page, address)
    page.goto(live_site.address(path_in(letter_to(address))))
    page.locator("main form button").press("Enter")
    page.locator("main a.more").press("Enter")
    page.wait_for_url("**/preferences/**")
    page.select_option("main select >> nth=0", "30")
    page.locator("main form button.button-red").press("Enter")
    page.wait_for_url("**saved=wishes")
    page.locator("[name=leave] ~ p button").press("Enter")
    page.wait_for_url("**saved=left")
    assert not page.locator("main input[name^=on_]").first.is_checked()
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_behind_a_link_is_accessible_and_whole(language, width, open_page, live_site, letter_to, address):
    page = open_page(NEWSLETTERS.paths[language], width=width, reduced_motion="reduce")
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.locator("main form [type=submit]").click()
    assert page.locator(".notice-bad").is_visible()
    assert flawless(page) == []
    page.goto(live_site.address(POST.paths[language]))
    subscribe_in_footer(page, address)
    assert flawless(page) == []
    page.goto(live_site.address(path_in(letter_to(address))))
    assert flawless(page) == []
    page.locator("main form button").click()
    page.locator("main a.more").click()
    page.wait_for_url("**/preferences/**")
    assert flawless(page) == []
    page.locator(".side form button").last.click()
    page.goto(live_site.address(path_in(letter_to(address))))
    assert flawless(page) == []
    page.goto(live_site.address(f"/{language}/newsletters/unsubscribe/broken/"))
    assert flawless(page) == []


@pytest.mark.parametrize("language", ["bg", "en"])
def test_letters_are_accessible_in_either_theme_and_fetch_nothing(language, open_page, live_site, letter_to, address):
    page = open_page(POST.paths[language])
    subscribe_in_footer(page, address)
    html = text_of(letter_to(address), "html")
    letter = open_page("/robots.txt", bypass_csp=True)
    letter.requested.clear()
    for width in LETTER_WIDTHS:
        letter.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            letter.emulate_media(color_scheme=scheme)
            letter.set_content(html)
            # A letter is no page: it has no landmarks, and its one region is an article.
            assert violations(letter, within="[role=article]") == []
            assert letter.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert letter.requested == []
    assert letter.locator("html").get_attribute("lang") == language
