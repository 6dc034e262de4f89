"""The admin in a browser: it works under its content security policy, and asks nobody else for anything."""

import re

import pytest

from tests.browser.plant import EDITOR

LISTS = ["", "images/", "documents/", "snippets/", "users/", "redirects/", "reports/locked/", "account/", "images/add/"]


@pytest.fixture
def admin(open_page):
    """A page on which an administrator has logged in; its complaints are empty so far."""
    page = open_page("/admin/login/")
    page.fill("[name=username]", EDITOR[0])
    page.fill("[name=password]", EDITOR[1])
    page.click("main [type=submit]")
    page.wait_for_url("**/admin/")
    page.complaints.clear()
    return page


@pytest.mark.parametrize("path", LISTS)
def test_the_admin_works_under_its_policy(path, admin, live_site):
    admin.goto(live_site.address(f"/admin/{path}"), wait_until="networkidle")
    assert admin.complaints == []
    assert [url for url in admin.requested if not url.startswith((live_site.url, "data:", "blob:"))] == []


def test_a_page_is_edited_with_its_preview_beside_it(admin, live_site):
    admin.goto(live_site.address("/admin/pages/"), wait_until="networkidle")
    editor = re.search(r"/admin/pages/\d+/edit/", admin.content())[0]
    admin.goto(live_site.address(editor), wait_until="networkidle")
    admin.locator("[data-side-panel-toggle=preview]").first.click()
    admin.frame_locator("#w-preview-iframe").locator("main h1").wait_for()
    assert admin.complaints == []
