"""Pictures, files, tables: what readers and screen readers get."""

from tests.home.factories import block, item
from tests.images.factories import ImageFactory


def table(**fields):
    return block("table", {"caption": "", "columns": [], "rows": [], **fields})


def html_of(client, page):
    return client.get(page.url).content.decode().split("<main")[1].split("</main")[0]


def test_an_image_without_words_of_its_own_has_those_of_the_image(client, page_with):
    picture = block("image", {"image": ImageFactory().pk, "alt": "", "caption": ""})
    assert 'alt="Хора около маса"' in html_of(client, page_with(picture))


def test_words_for_this_place_come_before_those_of_the_image(client, page_with):
    picture = block("image", {"image": ImageFactory().pk, "alt": "Участниците гласуват", "caption": ""})
    assert 'alt="Участниците гласуват"' in html_of(client, page_with(picture))


def test_a_deleted_image_leaves_its_caption(client, page_with):
    picture = block("image", {"image": 4711, "alt": "", "caption": "Шест бода."})
    assert "Шест бода." in html_of(client, page_with(picture))


def test_a_deleted_document_leaves_nothing(client, page_with):
    html = html_of(client, page_with(block("document", {"document": 4711, "title": "План", "description": ""})))
    assert "План" not in html


def test_a_document_without_a_title_shows_its_own(client, page_with, document):
    html = html_of(client, page_with(block("document", {"document": document.pk, "title": "", "description": ""})))
    assert "Концепция" in html


def test_a_card_without_an_image_shows_a_motif(client, page_with):
    card = {"title": "Център", "text": "", "image": None, "link": {}}
    html = html_of(client, page_with(block("cards", {"title": "", "cards": [item(card)]})))
    assert 'class="weave' in html


def test_a_table_names_its_columns_rows_and_itself(client, page_with):
    columns = [{"type": "text", "heading": "Място"}, {"type": "number", "heading": "Хора"}]
    page = page_with(table(caption="Семинари", columns=columns, rows=[{"values": ["Пловдив", "48"]}]))
    html = html_of(client, page)
    assert '<div class="block-table" role="region" tabindex="0" aria-labelledby="s-seminari">' in html
    assert '<caption id="s-seminari">Семинари</caption>' in html
    assert '<th scope="col">Място</th><th scope="col" class="num">Хора</th>' in html
    assert '<th scope="row">Пловдив</th><td class="num">48</td>' in html


def test_a_table_without_headings_has_no_empty_head(client, page_with):
    columns = [{"type": "text", "heading": ""}]
    html = html_of(client, page_with(table(columns=columns, rows=[{"values": ["Пловдив"]}])))
    assert "<thead" not in html
    assert "aria-label=" in html


def test_markup_in_a_cell_is_text(client, page_with):
    columns = [{"type": "text", "heading": "<b>М</b>"}]
    html = html_of(client, page_with(table(columns=columns, rows=[{"values": ["<script>"]}])))
    assert "<script>" not in html.replace('<script type="module"', "")
    assert "&lt;b&gt;" in html
