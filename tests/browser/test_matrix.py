"""Every template in both languages at three widths: accessible in both themes, whole and quiet."""

import re

import pytest

from tests.browser import probes
from tests.browser.axe import violations
from tests.browser.crawl import fetch
from tests.browser.pages import CASES, SCHEMES, WIDTHS, case_id

# What readers may do to text without losing any of it (WCAG 1.4.4 and 1.4.12).
STYLES = {
    "as it is": ":root {}",
    "double text": ":root { font-size: 200% !important; }",
    "text spacing": """
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }
    """,
}


every_case = pytest.mark.parametrize(("sample", "language"), CASES, ids=case_id)
every_width = pytest.mark.parametrize("width", WIDTHS)


@every_case
@every_width
def test_axe_finds_nothing_in_either_theme(sample, language, width, open_page):
    page = open_page(sample.paths[language], width=width, reduced_motion="reduce")
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page)
    assert found == {scheme: [] for scheme in SCHEMES}


@pytest.mark.parametrize("language", ["bg", "en"])
def test_axe_finds_nothing_on_any_page_that_the_sitemap_names(language, open_page, live_site):
    sitemap = fetch(live_site.address("/sitemap-0.xml")).body.decode()
    paths = re.findall(rf"<loc>{live_site.url}(/{language}/[^<]*)</loc>", sitemap)
    found = {}
    for path in paths:
        page = open_page(path, reduced_motion="reduce")
        # All combinations are looked at with one page of each template, above.
        for width, scheme in zip((min(WIDTHS), max(WIDTHS)), SCHEMES, strict=True):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found[path, width, scheme] = violations(page)
        page.context.close()
    assert len(paths) >= 18
    assert {case: lines for case, lines in found.items() if lines} == {}


@every_case
@every_width
def test_no_page_scrolls_sideways_however_text_is_set(sample, language, width, open_page):
    page = open_page(sample.paths[language], width=width, bypass_csp=True)
    found = {}
    for name, style in STYLES.items():
        tag = page.add_style_tag(content=style)
        found[name] = page.evaluate(probes.OVERFLOW)
        tag.evaluate("(element) => element.remove()")
    assert found == {name: [] for name in STYLES}


@every_case
@every_width
def test_nothing_moves_once_it_is_drawn(sample, language, width, open_page):
    page = open_page(sample.paths[language], width=width)
    page.mouse.wheel(0, 100_000)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(probes.SHIFTS) == []


@every_case
@every_width
def test_every_target_is_large_enough_to_hit(sample, language, width, open_page):
    assert open_page(sample.paths[language], width=width).evaluate(probes.SMALL_TARGETS) == []


@every_case
def test_a_page_asks_nobody_else_leaves_no_cookie_and_does_not_complain(sample, language, open_page, live_site):
    page = open_page(sample.paths[language])
    page.mouse.wheel(0, 100_000)
    page.wait_for_load_state("networkidle")
    assert [url for url in page.requested if not url.startswith((live_site.url, "data:"))] == []
    assert page.context.cookies() == []
    # Chromium itself reports the status of a page that is meant to be missing.
    assert [text for text in page.complaints if f"status of {sample.status}" not in text] == []


@every_case
def test_a_page_answers_with_its_status_and_says_its_language(sample, language, open_page):
    page = open_page(sample.paths[language])
    assert page.response.status == sample.status
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
