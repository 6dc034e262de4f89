"""What readers do without: a mouse, scripts, motion, their own colours."""

import pytest

from tests.browser import probes
from tests.browser.pages import CASES, HOME, POST, SAMPLES, case_id

MOST_STEPS = 120


@pytest.mark.parametrize("sample", SAMPLES, ids=case_id)
def test_every_stop_of_the_keyboard_can_be_seen(sample, open_page):
    page = open_page(sample.bg, width=1280, reduced_motion="reduce")
    stops = []
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops.append(page.evaluate(probes.FOCUS))
    assert len(stops) > 5
    assert [stop for stop in stops if not stop["outlined"] or not stop["seen"] or stop["covered"]] == []


@pytest.mark.parametrize("language", ["bg", "en"])
def test_the_first_stop_leads_past_the_header(language, open_page):
    page = open_page(HOME.paths[language])
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#main"
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "main"


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_the_menu_opens_with_the_keyboard_on_a_phone(javascript, open_page):
    page = open_page(HOME.bg, width=320, javascript=javascript)
    links = page.locator("header nav a")
    assert not links.first.is_visible()
    page.locator(".menu > summary").focus()
    page.keyboard.press("Enter")
    assert links.first.is_visible()
    if javascript:
        page.keyboard.press("Escape")
        assert not links.first.is_visible()


def test_a_chosen_theme_stays_without_a_cookie(open_page, live_site):
    page = open_page(HOME.bg, scheme="light")
    page.locator(".theme-switch").press("Enter")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.goto(live_site.address(POST.bg))
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.context.cookies() == []


@pytest.mark.parametrize(("sample", "language"), CASES, ids=case_id)
def test_a_page_is_complete_without_scripts(sample, language, open_page):
    with_scripts, without = (open_page(sample.paths[language], javascript=on) for on in (True, False))
    assert _words(without) == _words(with_scripts)
    assert without.locator("nav a").all_inner_texts() == with_scripts.locator("nav a").all_inner_texts()


def _words(page):
    """What a page says beside its map, which is drawn in two ways: test_directory_map.py looks at both."""
    page.evaluate("() => document.querySelectorAll('main .map').forEach((map) => map.remove())")
    return page.locator("main").inner_text()


@pytest.mark.parametrize("sample", SAMPLES, ids=case_id)
def test_nothing_moves_for_who_asked_for_rest(sample, open_page):
    page = open_page(sample.bg, reduced_motion="reduce")
    running = "document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 1).length"
    assert page.evaluate(running) == 0


@pytest.mark.parametrize("sample", SAMPLES, ids=case_id)
def test_forced_colours_leave_controls_recognisable(sample, open_page):
    page = open_page(sample.bg, forced_colors="active")
    bare = """() => [...document.querySelectorAll("button, input:not([type=hidden]), textarea, select, .button")]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > 0)
      .filter((element) => getComputedStyle(element).borderStyle === "none" && !element.querySelector("svg"))
      .map((element) => element.outerHTML.slice(0, 120))"""
    assert page.evaluate(bare) == []
