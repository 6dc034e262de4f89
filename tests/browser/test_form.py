"""The contact form with a keyboard and eyes, with scripts and without."""

import pytest

from tests.browser import probes
from tests.browser.axe import violations
from tests.browser.pages import FORM, SCHEMES, WIDTHS

TOO_FAST = 2_500  # milliseconds after which the form believes in a person


def send(page):
    page.locator("main form [type=submit]").click()
    page.wait_for_load_state("load")


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_form_with_errors_is_accessible_and_whole(language, width, open_page):
    page = open_page(FORM.paths[language], width=width, reduced_motion="reduce")
    page.evaluate("document.querySelector('main form').noValidate = true")
    send(page)
    assert page.locator(".notice-bad").is_visible()
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page)
    assert found == {scheme: [] for scheme in SCHEMES}
    assert page.evaluate(probes.OVERFLOW) == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_writes_and_is_thanked(javascript, open_page, live_site):
    page = open_page(FORM.paths["bg"], javascript=javascript)
    for field in page.locator("main form").locator("input[required], textarea[required]").all():
        field.fill("reader@example.org" if field.get_attribute("type") == "email" else "Здравейте!")
    page.wait_for_timeout(TOO_FAST)
    send(page)
    assert page.url.endswith("/sent/")
    assert page.context.cookies() == []
    assert any("reader@example.org" in mail.read_text() for mail in (live_site.folder / "mail").iterdir())
