"""The map of the directory: for mouse and keyboard, in both themes, without scripts, and within other sites."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser import probes
from tests.browser.axe import violations
from tests.browser.pages import SCHEMES, WIDTHS

MAP = {"bg": "/bg/directory/?view=map", "en": "/en/directory/?view=map"}
PLACES = ".map-live :is(.map-pin, .map-cluster)"


def open_map(open_page, path=MAP["bg"], **options):
    page = open_page(path, reduced_motion="reduce", **options)
    page.locator(".map-live .map-cluster").first.wait_for()
    return page


@pytest.mark.parametrize("path", ["/bg/directory/?view=map&format=embed", *MAP.values(), "/en/directory/?format=about"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_overflows(path, width, open_page):
    page = open_page(path, width=width, reduced_motion="reduce")
    if "view=map" in path:
        page.locator(".map-live .map-cluster").first.wait_for()
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page)
    assert found == {scheme: [] for scheme in SCHEMES}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(probes.SMALL_TARGETS) == []


def test_the_map_asks_nobody_else_and_offends_no_policy(open_page, live_site):
    page = open_map(open_page)
    assert page.complaints == []
    assert [url for url in page.requested if not url.startswith((live_site.address("/"), "data:"))] == []
    assert page.context.cookies() == []


def test_a_cluster_opens_by_keyboard_and_a_profile_tells_where_it_leads(open_page):
    page = open_map(open_page)
    before = page.locator(PLACES).count()
    page.locator(".map-cluster").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"document.querySelectorAll({PLACES!r}).length != {before}")
    page.locator(".map-pin").first.focus()
    page.keyboard.press("Enter")
    link = page.locator(".leaflet-popup a")
    link.wait_for()
    assert link.evaluate("(element) => element === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bg/directory/*/")
    assert page.locator("h1").is_visible()


def test_everything_on_the_map_has_a_name(open_page):
    page = open_map(open_page)
    names = page.locator(PLACES).evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label'))")
    assert names
    assert all(names)


def test_the_map_follows_the_theme(open_page):
    page = open_map(open_page)
    colour = "getComputedStyle(document.querySelector('.map-home')).fill"
    before = page.evaluate(colour)
    page.locator(".theme-switch").first.click()
    assert page.evaluate(colour) != before


def test_filters_change_the_map_in_place(open_page):
    page = open_map(open_page)
    page.locator(".facets input[name=theme]").first.check()
    page.wait_for_url("**theme=*")
    page.locator(".map-live :is(.map-pin, .map-cluster)").first.wait_for()
    assert "view=map" in page.url
    assert page.complaints == []


def test_without_scripts_the_map_is_drawn(open_page):
    page = open_page(MAP["bg"], javascript=False)
    assert page.locator(".map > svg .pin").count() > 10
    assert page.locator(".map-places a").count() > 10
    assert page.complaints == []


@pytest.fixture
def elsewhere(tmp_path):
    """The address of another site that serves the files of `tmp_path`."""
    serve = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_another_site_shows_the_embed_in_a_frame(open_page, live_site, elsewhere, tmp_path):
    address = live_site.address("/bg/directory/?view=map&format=embed")
    (tmp_path / "page.html").write_text(f'<iframe src="{address}" width="800" height="600"></iframe>')
    (tmp_path / "favicon.ico").touch()
    page = open_page("/bg/")
    page.goto(f"{elsewhere}/page.html")
    page.frame_locator("iframe").locator(".map-cluster").first.wait_for()
    assert page.complaints == []
