"""The admin in a browser: it works under its content security policy, and asks nobody else for anything."""

import pytest

LISTS = ["", "images/", "documents/", "snippets/", "users/", "redirects/", "reports/locked/", "account/", "images/add/"]


@pytest.mark.parametrize("path", LISTS)
def test_the_admin_works_under_its_policy(path, admin, live_site):
    admin.goto(live_site.address(f"/admin/{path}"), wait_until="networkidle")
    assert admin.complaints == []
    assert [url for url in admin.requested if not url.startswith((live_site.url, "data:", "blob:"))] == []


def test_a_page_is_edited_with_its_preview_beside_it(admin, live_site, first_page):
    admin.goto(live_site.address(f"/admin/pages/{first_page('home.HomePage', 'bg')}/edit/"), wait_until="networkidle")
    admin.locator("[data-side-panel-toggle=preview]").first.click()
    admin.frame_locator("#w-preview-iframe").locator("main h1").wait_for()
    assert admin.complaints == []
