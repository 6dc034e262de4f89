"""Fixtures of the tests in Chromium. A missing Chromium is a failure, never a reason to skip."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from tests.browser.plant import EDITOR, PASSWORD, address_of
from tests.browser.site import served

HERE = Path(__file__).parent
# On a machine that others use, too, what takes one second may take ten.
expect.set_options(timeout=20_000)
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class TogetherInUp(LoadScopeScheduling):
    """Every test is handed out by itself, but those of up/ to one worker: what they look at is started once."""

    def _split_scope(self, nodeid):
        return "up" if nodeid.startswith("tests/browser/up/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    # With pytest 9, xdist 3.8 doesn't see its own groups: once it does, they can stand for this.
    return TogetherInUp(config, log) if config.getvalue("dist") == "loadgroup" else None


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def live_site(tmp_path_factory, request):
    """The site with its demonstration, served as in production: gunicorn, compressed static files, no DEBUG."""
    folder = tmp_path_factory.getbasetemp()
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    with served(folder if worker == "alone" else folder.parent, worker) as site:
        yield site


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, live_site):
    """Opens pages in fresh contexts: `open_page("/bg/", width=320, scheme="dark", javascript=False)`.

    `page.response` is the answer to the first request, `page.requested` lists the addresses of all, `page.complaints`
    what the console had to say.
    """
    contexts = []

    def open_page(path, *, width=1280, height=800, scheme="light", javascript=True, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=javascript, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.requested = []
        page.on("console", lambda message: _collect(page, message))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.requested.append(request.url))
        page.response = page.goto(live_site.address(path), wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def admin(open_page):
    """A page on which the planted editor has logged in; its complaints are empty so far."""
    return _log_in(open_page, EDITOR[0])


@pytest.fixture(params=["bg", "en"])
def language(request):
    """The language that somebody reads the admin in."""
    return request.param


@pytest.fixture
def log_in_as(open_page, language):
    """`log_in_as("moderator")`: a page on which somebody has logged in who has this role and reads `language`."""

    def log_in_as(role):
        page = _log_in(open_page, address_of(role, language))
        expect(page.locator("html")).to_have_attribute("lang", language)
        return page

    return log_in_as


@pytest.fixture
def first_page(admin, live_site):
    """`first_page("home.HomePage", "bg")`: the number of a kind's first page in a language, asked from the admin."""

    def first_page(kind, language):
        # The admin's API knows no filter by type, and answers twenty pages at a time.
        found = admin.request.get(live_site.address(f"/admin/api/main/pages/?locale={language}")).json()["items"]
        return next(page["id"] for page in found if (page["meta"]["type"], page["meta"]["locale"]) == (kind, language))

    return first_page


def _log_in(open_page, address):
    page = open_page("/admin/login/")
    page.fill("[name=username]", address)
    page.fill("[name=password]", PASSWORD)
    page.click("main [type=submit]")
    page.wait_for_url("**/admin/")
    page.complaints.clear()
    return page


def _collect(page, message):
    if message.type in ("error", "warning"):
        page.complaints.append(f"{message.type}: {message.text}")
