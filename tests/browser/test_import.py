"""A file's way into the directory through the admin: without JavaScript, and by axe-core on every step."""

import json

import pytest

from tests.browser.axe import violations
from tests.browser.plant import EDITOR

ENTRIES = [
    {"id": "1", "name": "Градина за всички", "country": "Atlantis", "web": "update6", "text:bg": "Садим заедно."},
    {"id": "2", "name": "Градина за всички", "text:bg": "Пишете на info@example.org."},
]
FILE = json.dumps({"features": [{"type": "Feature", "properties": entry, "geometry": None} for entry in ENTRIES]})
TARGETS = {"id": "source_id", "name": "name", "country": "country", "web": "website", "text:bg": "text:bg"}


@pytest.fixture
def enter(open_page):
    """The dashboard of somebody who may import: `enter(javascript=False)`."""

    def enter(**options):
        page = open_page("/admin/login/", locale="bg", **options)
        page.fill("[name=username]", EDITOR[0])
        page.fill("[name=password]", EDITOR[1])
        page.click("main [type=submit]")
        page.wait_for_url("**/admin/")
        page.complaints.clear()
        return page

    return enter


def upload(page, live_site, source):
    page.goto(live_site.address("/admin/directory/imports/add/"))
    page.fill("[name=source]", source)
    page.set_input_files("[name=file]", {"name": "file.geojson", "mimeType": "", "buffer": FILE.encode()})
    page.click("form[enctype] [type=submit]")
    page.wait_for_url("**/mapping/")


def choose_targets(page):
    for row in page.locator(".imports__columns tbody tr").all():
        row.locator("select").select_option(TARGETS[row.locator("th").inner_text().strip()])


def press(page, action):
    page.click(f"form[action$='/{action}/'] button")
    page.wait_for_load_state()


def test_a_file_is_imported_and_undone_without_javascript(enter, live_site):
    page = enter(javascript=False)
    upload(page, live_site, "quiet")
    choose_targets(page)
    page.locator(".imports form button").click()
    press(page, "rehearse")
    assert page.locator(".imports__rows tbody tr").count() == 2
    press(page, "again")
    page.locator(".imports form button").click()
    press(page, "begin")
    report = page.locator(".imports__rows").inner_text()
    assert "update6" in report
    assert "info@example.org" not in page.content()
    page.select_option("[name=problems]", "likely")
    page.click(".imports__filters button")
    assert page.locator(".imports__rows").count() == 0
    page.click(".imports__serious summary")
    press(page, "undo")
    assert page.locator(".imports__serious").count() == 0


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_of_an_import_is_accessible(enter, live_site, width, scheme):
    page = enter(width=width, scheme=scheme)
    for path in ("imports/add/", "imports/", "import-values/"):
        page.goto(live_site.address(f"/admin/directory/{path}"), wait_until="networkidle")
        assert violations(page, within="main") == []
    upload(page, live_site, f"seen-{scheme}-{width}")
    assert violations(page, within="main") == []
    choose_targets(page)
    page.locator(".imports form button").click()
    press(page, "rehearse")
    assert violations(page, within="main") == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.complaints == []
    assert [url for url in page.requested if not url.startswith((live_site.url, "data:", "blob:"))] == []
