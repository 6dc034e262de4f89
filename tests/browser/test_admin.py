"""The admin in a browser: it works under its content security policy, and asks nobody else for anything."""

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
