"""Whoever types into a search field is offered titles: by keyboard, pointer and touch, said to screen readers."""

import pytest
from playwright.sync_api import expect

from tests.browser import probes
from tests.browser.axe import violations
from tests.browser.pages import HOME, SCHEMES, SEARCH

FIELD = ".search-form [role=combobox]"
OPTIONS = ".suggestions:visible [role=option]"


def typed(page, text, field=".search-form input"):
    """Type into the field and wait until something is offered."""
    page.locator(field).focus()
    page.keyboard.type(text)
    expect(page.locator(OPTIONS).first).to_be_visible()
    return page.locator(FIELD)


def active(page):
    """The text of the option that a screen reader is on."""
    return page.evaluate(
        """() => document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))
            ?.firstElementChild.textContent ?? null"""
    )


def test_arrows_walk_the_list_and_enter_goes_there(open_page):
    page = open_page(SEARCH.bg)
    field = typed(page, "център")
    titles = [option.inner_text() for option in page.locator(f"{OPTIONS} > :first-child").all()]
    assert len(titles) > 2
    assert (field.get_attribute("aria-expanded"), active(page)) == ("true", None)
    for key, expected in [
        ("ArrowDown", titles[0]),
        ("ArrowDown", titles[1]),
        ("ArrowUp", titles[0]),
        ("ArrowUp", None),
        ("ArrowUp", titles[-1]),
        ("ArrowDown", None),
        ("ArrowDown", titles[0]),
        ("Home", None),
        ("End", None),
        ("ArrowDown", titles[0]),
    ]:
        page.keyboard.press(key)
        assert active(page) == expected, key
    assert field.input_value() == "център"
    page.keyboard.press("Enter")
    page.wait_for_url("**/bg/tsentar-za-kompetentsii/")
    assert page.complaints == []


def test_enter_without_a_choice_asks_the_search(open_page):
    page = open_page(SEARCH.en)
    typed(page, "craf")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=craf")


def test_escape_and_tab_close_the_list_and_down_opens_it_again(open_page):
    page = open_page(SEARCH.bg)
    field = typed(page, "център")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(OPTIONS)).to_have_count(0)
    assert (field.get_attribute("aria-expanded"), active(page), field.input_value()) == ("false", None, "център")
    page.keyboard.press("ArrowDown")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(OPTIONS)).to_have_count(0)
    assert page.locator(":focus").get_attribute("type") == "submit"


def test_how_many_there_are_is_said_politely(open_page):
    page = open_page(SEARCH.bg)
    typed(page, "център")
    number = page.locator(OPTIONS).count()
    expect(page.locator(".search-form [role=status]")).to_have_text(f"{number} предложения")
    page.locator(FIELD).fill("цщцщ")
    expect(page.locator(".search-form [role=status]")).to_have_text("Няма предложения")
    expect(page.locator(OPTIONS)).to_have_count(0)


def test_latin_letters_find_cyrillic_words(open_page):
    page = open_page(SEARCH.bg)
    typed(page, "kompeten")
    assert page.locator(f"{OPTIONS} mark").first.inner_text() == "компетенции"


@pytest.mark.parametrize("touch", [False, True], ids=["pointer", "touch"])
def test_an_option_is_gone_to_by_hand(touch, open_page):
    page = open_page(SEARCH.bg, width=390, has_touch=touch)
    typed(page, "компет")
    option = page.locator(OPTIONS).first
    if touch:
        option.tap()
    else:
        option.click()
    page.wait_for_url("**/bg/tsentar-za-kompetentsii/")


def test_an_answer_that_comes_too_late_is_not_shown(open_page):
    page = open_page(SEARCH.bg)
    late = []
    page.route(lambda url: url.endswith("q=%D1%86%D0%B5"), lambda route: late.append(route))
    page.locator(".search-form input").focus()
    with page.expect_request("**/suggest.json*"):
        page.keyboard.type("це")
    with page.expect_response("**/suggest.json*"):
        page.locator(FIELD).fill("хляб")
    expect(page.locator(f"{OPTIONS} mark").first).to_have_text("Хляб")
    late[0].fulfill(json={"query": "це", "said": "", "suggestions": []})
    expect(page.locator(f"{OPTIONS} mark").first).to_have_text("Хляб")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_search_of_the_header_opens_offers_and_closes_with_the_keyboard(width, open_page):
    page = open_page(HOME.bg, width=width)
    lid, field = (".menu", ".menu .find-form input") if width == 320 else (".find", ".find input")
    page.locator(f"{lid} > summary").focus()
    page.keyboard.press("Enter")
    if width == 320:
        page.keyboard.press("Tab")
    assert page.locator(field).evaluate("(field) => field === document.activeElement")
    typed(page, "компет", field)
    page.keyboard.press("Escape")
    expect(page.locator(OPTIONS)).to_have_count(0)
    assert page.locator(lid).get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator(lid).get_attribute("open") is None
    assert page.evaluate("document.activeElement.localName") == "summary"


@pytest.mark.parametrize("path", [HOME.bg, SEARCH.en])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_while_the_list_is_open(path, width, open_page):
    page = open_page(path, width=width, reduced_motion="reduce")
    field = ".search-form input"
    if path == HOME.bg:
        page.click(".menu > summary" if width == 320 else ".find > summary")
        field = ".menu .find-form input" if width == 320 else ".find input"
    typed(page, "социални" if path == HOME.bg else "social", field)
    page.keyboard.press("ArrowDown")
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page)
    assert found == {scheme: [] for scheme in SCHEMES}
    assert page.evaluate(probes.OVERFLOW) == []
    assert [target for target in page.evaluate(probes.SMALL_TARGETS) if "suggestion" in target] == []


def test_without_scripts_the_header_still_asks(open_page):
    page = open_page(HOME.bg, javascript=False)
    page.click(".find > summary")
    page.fill(".find input", "занаяти")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bg/search/?q=**")


def test_nothing_of_it_is_loaded_before_somebody_turns_to_a_field(open_page):
    page = open_page(SEARCH.bg)
    assert not [url for url in page.requested if "typeahead" in url or "suggest" in url]
