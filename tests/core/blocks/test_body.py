"""A page with every block."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.home.factories import block


def test_every_block_is_shown(client, full_page):
    html = client.get(full_page.url).content.decode()
    for words in (
        "За кого", "Подробности", "страницата", "Шест бода.", "Снимки", "Не е достатъчно.", "Мария", "Пишете ни",
        "Откъде да започнете", "Кой участва.", "Всеки.", "Семинари", "Пловдив", "Клубът накратко", "План",
        "PDF, 1,2", "200+", "IFKA", "Съфинансирано от Европейския съюз",
    ):  # fmt: skip
        assert words in html, words


def test_a_page_with_every_block_takes_at_most_twelve_queries(client, full_page):
    client.get(full_page.url)  # draws the renditions, fills the small cache
    with CaptureQueriesContext(connection) as queries:
        response = client.get(full_page.url)
    assert response.status_code == 200
    assert len(queries) <= 12, "\n".join(query["sql"] for query in queries.captured_queries)


def test_ten_times_the_blocks_take_no_more_queries(client, full_page):
    client.get(full_page.url)
    with CaptureQueriesContext(connection) as once:
        client.get(full_page.url)
    full_page.body.raw_data.extend([{**raw, "id": None} for raw in list(full_page.body.raw_data) * 9])
    full_page.save_revision().publish()
    client.get(full_page.url)
    with CaptureQueriesContext(connection) as tenfold:
        client.get(full_page.url)
    assert len(tenfold) <= len(once)


def test_ids_of_headings_are_once_on_the_page(page_with, client):
    heading = {"text": "Финансиране", "level": "h2"}
    page = page_with(block("heading", heading), block("heading", heading))
    html = client.get(page.url).content.decode()
    assert 'id="s-finansirane"' in html
    assert 'id="s-finansirane-2"' in html


def test_nothing_on_a_page_with_every_block_comes_from_elsewhere(client, full_page):
    html = client.get(full_page.url).content.decode()
    assert "<iframe" not in html
    assert "style=" not in html
    assert 'src="http' not in html
