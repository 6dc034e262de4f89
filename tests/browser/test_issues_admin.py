"""The screens on which an issue is sent and watched, in both languages and themes, and a decision by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.pages import SCHEMES

MAIL, ISSUES = "/admin/reports/mail/", "/admin/issues/"
# Wagtail's frame hides what is too wide instead of scrolling.
TOO_WIDE = "[...document.querySelectorAll('html, .reading')].some((part) => part.scrollWidth > part.clientWidth)"


@pytest.fixture
def moderator(log_in_as):
    """A page on which somebody has logged in who may send."""
    return log_in_as("moderator")


def screens(page, live_site):
    """The addresses of the screens: what the list of issues leads to, and the report of mail."""
    page.goto(live_site.address(ISSUES), wait_until="networkidle")
    rows = page.locator("tbody tr")
    leaving = rows.filter(has_text="Клубът отвори врати").first
    draft = rows.filter(has_text="Какво ново преди края на годината").first
    to_send = "a[href*='/newsletters/send/']"
    editor = leaving.locator("a[href$='/edit/']").first.get_attribute("href")
    ways = [leaving.locator(to_send).get_attribute("href"), draft.locator(to_send).get_attribute("href")]
    return [ISSUES, *ways, editor, MAIL]


def test_the_screens_of_sending_are_accessible_in_either_theme_and_fit_a_phone(moderator, live_site):
    found = {}
    paths = screens(moderator, live_site)
    moderator.set_viewport_size({"width": 320, "height": 800})
    for path in paths:
        moderator.goto(live_site.address(path), wait_until="networkidle")
        # Of the page editor, what we put there.
        part = ".messages" if path.endswith("/edit/") else "main"
        for scheme in SCHEMES:
            moderator.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found[path, scheme] = violations(moderator, within=part)
        found[path, "too wide"] = moderator.evaluate(TOO_WIDE)
    assert {case: lines for case, lines in found.items() if lines} == {}
    assert moderator.complaints == []


def test_what_is_uncertain_is_decided_by_keyboard_after_a_second_question(moderator, live_site):
    _list, leaving, *_others = screens(moderator, live_site)
    moderator.goto(live_site.address(leaving), wait_until="networkidle")
    boxes = moderator.locator("[name=delivery]")
    before = boxes.count()
    boxes.first.press("Space")
    moderator.locator("[formaction$='/arrived/']").press("Enter")
    moderator.wait_for_url("**/arrived/")
    assert violations(moderator, within="main") == []
    moderator.locator("[name=confirmed]").press("Enter")
    moderator.wait_for_url(f"**{leaving}")
    expect(moderator.locator("[name=delivery]")).to_have_count(before - 1)
