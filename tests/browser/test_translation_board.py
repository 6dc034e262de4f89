"""The translation board and the dashboard fit any window and ask nobody else for anything."""

import pytest

from tests.browser.plant import EDITOR

BOARD = "/admin/translations/"


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


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_board_and_the_dashboard_need_no_scrolling_sideways(log_in, live_site, width, scheme):
    page = log_in("bg", width=width, scheme=scheme)
    for path in ("/admin/", BOARD):
        page.goto(live_site.address(path), wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.complaints == []
    assert [url for url in page.requested if not url.startswith((live_site.url, "data:", "blob:"))] == []
