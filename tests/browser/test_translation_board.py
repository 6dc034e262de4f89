"""An editor's way in a browser: from the board to a published translation, and what the screens must not do."""

import json
import re

import pytest

from tests.browser.plant import EDITOR

BOARD = "/admin/translations/"
TITLE = "Новина, която още никой не е превел"


@pytest.fixture
def log_in(open_page):
    def log_in(language, **options):
        page = open_page("/admin/login/", locale=language, **options)
        page.fill("[name=username]", EDITOR[0])
        page.fill("[name=password]", EDITOR[1])
        page.click("main [type=submit]")
        page.wait_for_url("**/admin/")
        return page

    return log_in


def cell(page, live_site, title=TITLE):
    """The cell of the English translation of the page of this title."""
    page.goto(live_site.address(f"{BOARD}?text={title[:20]}"), wait_until="networkidle")
    return page.locator(".board__table tbody tr", has_text=title).locator("td").nth(1)


def test_an_editor_translates_from_the_board_and_publishes_only_the_whole(log_in, live_site):
    page = log_in("bg")
    missing = cell(page, live_site)
    assert missing.locator(".board__state--missing").count() == 1
    missing.locator("button").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    props = json.loads(page.locator(".js-translation-editor").get_attribute("data-props"))
    token = page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
    _publish(page, token)
    assert page.locator(".messages .error").count() == 1
    for segment in props["segments"]:
        if segment["type"] == "string":
            value = {"value": f"{segment['source']} (en)" if segment["contentPath"] != "slug" else "nobody-did"}
            _put(page, segment["editUrl"], token, value)
    _publish(page, token)
    assert page.locator(".messages .success").count() == 1, page.locator(".messages").inner_text()
    assert cell(page, live_site).locator(".board__state--current").count() == 1


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_board_and_the_dashboard_need_no_scrolling_sideways(log_in, live_site, width, scheme):
    page = log_in("bg", width=width, scheme=scheme)
    for path in ("/admin/", BOARD):
        page.goto(live_site.address(path), wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.complaints == []
    assert [url for url in page.requested if not url.startswith((live_site.url, "data:", "blob:"))] == []


def _publish(page, token):
    page.request.post(
        page.url,
        form={"action": "publish", "csrfmiddlewaretoken": token},
        headers={"Referer": page.url},
        max_redirects=0,
    )
    page.reload(wait_until="networkidle")


def _put(page, address, token, value):
    answer = page.request.put(
        page.url.split("/admin/")[0] + address,
        form=value,
        headers={"X-CSRFToken": token, "Referer": page.url},
    )
    assert answer.ok
