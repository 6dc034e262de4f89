"""The directory answers a choice at once where scripts run, and the same without them."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import DIRECTORY

COUNT = ".dir-head .count"
PILOT = "[type=checkbox][name=stage][value=pilot]"
PHONE = {"width": 360, "height": 740}


def results(page):
    return page.locator(".dir-results h3").all_inner_texts()


def answered(page, query):
    """Wait until the address has `query` and what it asks for is shown."""
    page.wait_for_url(f"**{query}")
    expect(page.locator("[aria-busy]")).to_have_count(0)


def test_who_helps_people_with_disabilities_near_plovdiv_takes_two_choices_on_a_phone(open_page):
    page = open_page(DIRECTORY.bg, **PHONE)
    page.select_option("[name=group]", "disabilities")
    answered(page, "?group=disabilities")
    page.select_option("[name=near]", "plovdiv")
    answered(page, "?group=disabilities&near=plovdiv")

    assert "от 6" in page.locator(COUNT).inner_text()
    assert "Пране без бързане" in results(page)
    assert page.requested.count(page.response.url) == 1


def test_without_scripts_the_same_takes_one_touch_more(open_page):
    page = open_page(DIRECTORY.bg, javascript=False, **PHONE)
    page.select_option("[name=group]", "disabilities")
    page.select_option("[name=near]", "plovdiv")
    page.click(".questions .button")

    assert page.url.endswith("/bg/directory/?group=disabilities&near=plovdiv")
    assert "Пране без бързане" in results(page)


def test_a_check_box_answers_keeps_the_focus_and_tells_the_new_count(open_page):
    page = open_page(DIRECTORY.bg)
    page.check(PILOT)
    answered(page, "?stage=pilot")

    assert page.evaluate("document.activeElement.value") == "pilot"
    assert page.locator("#dir-news").inner_text().split() == page.locator(COUNT).inner_text().split()
    assert page.title().startswith("Пилот – ")
    assert page.locator(".chip").count() == 1


def test_folds_stay_as_the_reader_left_them(open_page):
    page = open_page(DIRECTORY.bg)
    page.click("details.facet:has([name=theme]) > summary")
    page.check(PILOT)
    answered(page, "?stage=pilot")

    assert not page.locator("[name=theme]").first.is_visible()


def test_the_way_back_shows_what_was_there(open_page):
    page = open_page(DIRECTORY.bg)
    before = results(page)
    page.check(PILOT)
    answered(page, "?stage=pilot")
    assert results(page) != before
    page.go_back()
    answered(page, "/bg/directory/")

    assert results(page) == before
    assert not page.is_checked(PILOT)


def test_turning_a_page_takes_the_reader_to_its_top(open_page):
    page = open_page(DIRECTORY.bg, **PHONE)
    page.click(".pages [rel=next]")
    answered(page, "?page=2")

    assert page.evaluate("document.activeElement.className") == "dir-results"
    assert page.locator(".dir-results").bounding_box()["y"] < PHONE["height"]


def test_filters_close_on_a_phone_once_they_are_asked_for(open_page):
    page = open_page(DIRECTORY.bg, **PHONE)
    page.click(".facets > summary")
    page.check("[type=checkbox][value=climate]")
    answered(page, "?theme=climate")
    assert page.locator(".facets > summary").inner_text().split() == ["Филтри", "1"]
    page.click(".facets form > .button")

    assert not page.locator("[name=theme]").first.is_visible()


def test_all_values_of_a_long_facet_unfold(open_page):
    page = open_page(DIRECTORY.bg)
    page.click("details.facet:has([type=checkbox][name=region]) > summary")
    shown = page.locator("[type=checkbox][name=region]").count()
    page.click("[name=more][value=region]")
    answered(page, "?more=region")

    assert page.locator("[type=checkbox][name=region]").count() > shown
    assert page.locator("[type=checkbox][name=region]").first.is_visible()


def test_the_switcher_follows_the_choice(open_page):
    page = open_page(DIRECTORY.bg)
    page.check(PILOT)
    answered(page, "?stage=pilot")

    assert page.locator(".tools [hreflang=en]").get_attribute("href") == "/en/directory/?stage=pilot"


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_the_order_changes(javascript, open_page):
    page = open_page(DIRECTORY.bg, javascript=javascript)
    page.select_option("[name=sort]", "newest")
    if not javascript:
        page.click(".sort .button")
    answered(page, "?sort=newest")

    assert results(page)[0] == "Трапеза под липите"


def test_a_lost_connection_is_left_to_the_browser(open_page):
    page = open_page(DIRECTORY.bg)
    page.route(
        "**/*stage=pilot*", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page.check(PILOT)
    page.wait_for_url("**?stage=pilot")

    assert page.is_checked(PILOT)
