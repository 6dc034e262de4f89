"""Every address that the site itself names answers, and every page of it is valid HTML."""

from urllib.parse import urldefrag, urljoin

import pytest

from tests.browser.crawl import crawl, fetch
from tests.browser.pages import CASES, MISSING
from tests.browser.validator import messages

pytestmark = pytest.mark.long
STARTS = ["/", "/robots.txt", "/sitemap.xml", *(sample.paths[language] for sample, language in CASES)]
MEANT_TO_BE_MISSING = {sample.paths[language] for sample, language in CASES if sample.status == MISSING.status}


@pytest.fixture(scope="module")
def answers(live_site):
    return crawl(live_site.url, STARTS)


def test_every_link_of_the_site_leads_somewhere(answers, live_site):
    missing = {live_site.address(path) for path in MEANT_TO_BE_MISSING}
    assert [address for address, answer in answers.items() if answer.status != 200 and address not in missing] == []
    assert len([answer for answer in answers.values() if answer.kind == "text/html"]) > 40


def test_every_link_into_a_page_finds_its_place(answers):
    lost = [
        f"{address} → {link}"
        for address, answer in answers.items()
        for link in answer.links
        if (target := urldefrag(urljoin(address, link))).fragment
        and target.url in answers
        and answers[target.url].kind == "text/html"
        and target.fragment not in answers[target.url].ids
    ]
    assert lost == []


def test_every_page_is_valid_html(answers, tmp_path):
    pages = [(address, answer) for address, answer in answers.items() if answer.kind == "text/html"]
    for number, (_address, answer) in enumerate(pages):
        (tmp_path / f"{number}.html").write_bytes(answer.body)
    index = "\n".join(f"{number}.html is {address}" for number, (address, _answer) in enumerate(pages))
    assert messages(sorted(tmp_path.glob("*.html"))) == [], index


@pytest.mark.parametrize(
    "path", ["/media/original_images/", "/media/documents/", "/.git/HEAD", "/static/../db.sqlite3"]
)
def test_what_lies_beside_the_public_files_is_not_served(path, live_site):
    assert fetch(live_site.address(path)).status == 404
