"""What editors tell the search, in a browser and both languages: from the forms to what readers see."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

SYNONYMS, PROMOTIONS = "/admin/snippets/search/synonymgroup/", "/admin/snippets/search/promotion/"
REPORT = "/admin/reports/searches/"
SCREENS = [SYNONYMS, f"{SYNONYMS}add/", PROMOTIONS, f"{PROMOTIONS}add/", REPORT]
MARKS = {"bg": "Избрано от редакторите", "en": "Picked by the editors"}


@pytest.fixture
def editor(log_in_as):
    """A page on which somebody has logged in who may only write."""
    return log_in_as("writer")


def save(page):
    page.locator("footer button[type=submit]").click()
    page.wait_for_load_state()


def test_the_screens_of_the_search_are_accessible(editor, live_site):
    for path in SCREENS:
        editor.goto(live_site.address(path), wait_until="networkidle")
        assert violations(editor, within="main") == [], path
    assert editor.complaints == []


def test_an_editor_is_told_what_is_wrong_with_a_group_and_puts_it_right(editor, live_site, language, open_page):
    word, other = {"bg": ("тамбура", "хляб"), "en": ("тромпет", "градина")}[language]
    editor.goto(live_site.address(f"{SYNONYMS}add/?phrases={word}"), wait_until="networkidle")
    save(editor)
    expect(editor.locator(".error-message").first).to_be_visible()
    editor.fill("[name=phrases]", f"{word}\n{other}")
    save(editor)
    expect(editor.get_by_role("link", name=f"{word} = {other}")).to_be_visible()
    found = open_page(f"/bg/search/?q={word}")
    assert found.locator(".hits > li").count() > 0


def test_an_editor_puts_a_result_first_that_the_chooser_finds_in_latin_letters(editor, live_site, language, open_page):
    word = {"bg": "ксилофон", "en": "металофон"}[language]
    editor.goto(live_site.address(f"{PROMOTIONS}add/?phrases={word}"), wait_until="networkidle")
    editor.locator("#id_results-OPEN_MODAL").click()
    editor.fill(".modal-content [name=q]", "azbuka")
    row = editor.locator(".modal-content tbody tr").filter(has_text=re.compile("Азбука за двама|Alphabet for Two"))
    row.locator("input[type=checkbox]").check()
    editor.locator(".modal-content [data-multiple-choice-submit]").click()
    expect(editor.locator("[id^=inline_child_results] .chooser__title").first).to_be_visible()
    assert violations(editor, within="main") == []
    save(editor)
    editor.wait_for_url(re.compile(f"{PROMOTIONS}$"))
    assert editor.complaints == []
    for of_reader, mark in MARKS.items():
        page = open_page(f"/{of_reader}/search/?q={word}", width=360)
        expect(page.locator(".hits > li").first).to_contain_text(mark)
        assert violations(page) == []
