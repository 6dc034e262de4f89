"""How much a first view asks a reader to load."""

import pytest

from tests.browser.pages import DIRECTORY, HOME, POST, PROFILE

KILOBYTE = 1000
PICTURES = ("image/avif", "image/webp", "image/jpeg", "image/png")


def first_view(browser, address):
    """Every answer of a first view with an empty cache, as (address, type, bytes that travelled)."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    answers = {}
    devtools.on(
        "Network.responseReceived",
        lambda event: answers.update(
            {event["requestId"]: [event["response"]["url"], event["response"]["mimeType"], 0]}
        ),
    )
    devtools.on(
        "Network.loadingFinished",
        lambda event: answers[event["requestId"]].__setitem__(2, event["encodedDataLength"]),
    )
    page.goto(address, wait_until="networkidle")
    context.close()
    return [tuple(answer) for answer in answers.values() if not answer[0].startswith("data:")]


@pytest.mark.parametrize("language", ["bg", "en"])
def test_home_is_light(language, browser, live_site):
    address = live_site.address(HOME.paths[language])
    first_view(browser, address)  # the first visitor ever waits for renditions; this one doesn't count
    answers = first_view(browser, address)
    photos = [answer for answer in answers if answer[1] in PICTURES]
    total, of_photos = (sum(answer[2] for answer in some) for some in (answers, photos))
    assert total - of_photos <= 60 * KILOBYTE, answers
    assert total <= 150 * KILOBYTE, answers
    assert len(answers) <= 9, answers


@pytest.mark.parametrize("sample", [POST, DIRECTORY, PROFILE], ids=lambda sample: sample.name)
@pytest.mark.parametrize("language", ["bg", "en"])
def test_posts_the_directory_and_profiles_are_light(sample, language, browser, live_site):
    address = live_site.address(sample.paths[language])
    first_view(browser, address)
    answers = first_view(browser, address)
    assert sum(answer[2] for answer in answers) <= 150 * KILOBYTE, answers


def test_texts_travel_compressed_and_static_files_stay(browser, live_site):
    context = browser.new_context()
    answers = []
    page = context.new_page()
    page.on("response", lambda response: answers.append((response.url, response.all_headers())))
    page.goto(live_site.address(HOME.bg), wait_until="networkidle")
    context.close()
    texts = {url: headers for url, headers in answers if url.endswith((".css", ".js", "/bg/"))}
    assert [url for url, headers in texts.items() if headers.get("content-encoding") not in ("br", "gzip")] == []
    assert [
        url for url, headers in answers if "/static/" in url and "immutable" not in headers.get("cache-control", "")
    ] == []
