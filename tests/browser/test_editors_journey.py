"""What editors do from a post's first word to a translation that is current again, in both languages of the admin."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from core.slugs import slugify
from tests.browser.editing import act, write_post
from tests.browser.plant import PASSWORD, address_of

WORDS = {
    "bg": {
        "text": "Текст",
        "set schedule": "Задаване на график",
        "save schedule": "Запазване на графика",
        "schedule": "Насрочване на публикуването",
        "translate": "Превод",
        "save": "Запазване",
    },
    "en": {
        "text": "Text",
        "set schedule": "Set schedule",
        "save schedule": "Save schedule",
        "schedule": "Schedule to publish",
        "translate": "Translate",
        "save": "Save",
    },
}


@pytest.fixture(params=WORDS)
def language(request):
    return request.param


@pytest.fixture
def say(language):
    return WORDS[language]


@pytest.fixture
def enter(open_page, language):
    """The dashboard of somebody with this role, whose language this is: `enter("writer")`."""

    def enter(role):
        page = open_page("/admin/login/")
        page.fill("[name=username]", address_of(role, language))
        page.fill("[name=password]", PASSWORD)
        page.click("main [type=submit]")
        page.wait_for_url("**/admin/")
        expect(page.locator("html")).to_have_attribute("lang", language)
        return page

    return enter


@pytest.fixture
def write(live_site, first_page, say):
    """Fills in the form of a new post, sees it in the preview beside, and leaves the form open."""

    def write(page, title):
        page.goto(live_site.address(f"/admin/pages/add/blog/blogpage/{first_page('blog.BlogIndexPage', 'bg')}/"))
        write_post(page, title, kind_of_block=say["text"])

    return write


@pytest.fixture
def board(live_site):
    """The cell of the English translation of the post of this title, and the state that it is in."""

    def board(page, title, state):
        page.goto(live_site.address(f"/admin/translations/?text={title}"), wait_until="networkidle")
        cell = page.locator(".board__table tbody tr", has_text=title).locator("td").nth(1)
        expect(cell.locator(f".board__state--{state}")).to_have_count(1)
        return cell

    return board


@pytest.fixture
def status(open_page):
    return lambda path: open_page(path, javascript=False).response.status


def choose_moment(page, moment):
    """Type it; then leave the calendar, which opens a moment after the click and covers the buttons."""
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    page.click("[name=go_live_at]")
    expect(calendar).to_be_visible()
    page.fill("[name=go_live_at]", moment)
    page.get_by_role("dialog").locator("h2").click()
    expect(calendar).to_have_count(0)


def translate(page, say, number):
    """Write something for each of the `number` texts that wait on the first tab of the translation editor."""
    waiting = page.locator(".js-translation-editor li.incomplete:visible")
    expect(waiting).to_have_count(number)
    for left in range(number, 0, -1):
        segment = waiting.first
        words = segment.locator("p").first.inner_text()
        segment.get_by_role("button", name=say["translate"], exact=True).click()
        page.locator(".js-translation-editor textarea").fill(f"English: {words}")
        with page.expect_response(lambda answer: answer.request.method == "PUT"):
            page.locator(".js-translation-editor").get_by_role("button", name=say["save"], exact=True).click()
        expect(waiting).to_have_count(left - 1)


def publish_translation(page, answer=".success, .messages .warning"):
    """It warns while the address isn't translated, which it need not be."""
    with page.expect_navigation(wait_until="networkidle"):
        page.click(".js-translation-editor [name=action][value=publish]")
    expect(page.locator(f".messages {answer}")).to_be_visible()


def test_a_post_is_written_moderated_translated_and_brought_up_to_date(
    enter, write, board, status, say, language, open_page
):
    title = f"Пътят на една новина {language}"
    path = f"/bg/novini/{slugify(title)}/"
    writer = enter("writer")
    write(writer, title)
    act(writer, "[name=action-submit]")
    expect(writer.locator(".messages .success")).to_be_visible()
    assert status(path) == 404

    moderator = enter("moderator")
    moderator.locator("main").get_by_role("link", name=title).first.click()
    moderator.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    original = moderator.url
    act(moderator, "[data-workflow-action-name=approve]")
    assert status(path) == 200

    board(moderator, title, "missing").locator("button").click()
    moderator.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    publish_translation(moderator, answer=".error")
    translate(moderator, say, 3)
    publish_translation(moderator)
    board(moderator, title, "current")
    english = open_page(path).locator("link[hreflang=en]").get_attribute("href")
    english = f"/en/{english.partition('/en/')[2]}"
    assert "English: Първо въведение." in open_page(english).content()

    moderator.goto(original, wait_until="networkidle")
    moderator.fill("[name=lead]", "Второ въведение.")
    act(moderator, "[name=action-publish]")
    update = board(moderator, title, "stale").locator("button")
    assert "English: Първо въведение." in open_page(english).content()
    update.click()
    moderator.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    translate(moderator, say, 1)
    publish_translation(moderator)
    board(moderator, title, "current")
    assert "English: Второ въведение." in open_page(english).content()


def test_a_post_is_scheduled_and_hidden_until_then(enter, write, status, say, language, live_site):
    title = f"Новина за утре {language}"
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    page = enter("moderator")
    write(page, title)
    page.click("[data-side-panel-toggle=status]")
    page.get_by_role("button", name=say["set schedule"]).click()
    choose_moment(page, f"{tomorrow} 09:30")
    with page.expect_navigation(wait_until="networkidle"):
        page.get_by_role("button", name=say["save schedule"]).click()
    expect(page.locator("footer [name=action-publish]")).to_contain_text(say["schedule"])
    act(page, "[name=action-publish]")
    assert status(f"/bg/novini/{slugify(title)}/") == 404
    page.goto(live_site.address("/admin/"))
    expect(page.locator(".waiting__item", has_text=title).filter(has_text="9:30")).to_be_visible()
