"""Rich text that was posted around the editor."""

import pytest

from tests.core.factories import StandardPageFactory, restrict, translate
from tests.home.factories import block

ATTACKS = [
    '<p><a href="javascript:alert(1)">x</a></p>',
    '<p><a href="JaVa\tScript:alert(1)">x</a></p>',
    '<p><a href="data:text/html;base64,PHNjcmlwdD4=">x</a></p>',
    '<p><img src="x" onerror="alert(1)">x</p>',
    '<p onclick="alert(1)">x</p>',
    "<script>alert(1)</script><p>x</p>",
    '<p><a href="https://example.org/" onmouseover="alert(1)">x</a></p>',
    '<svg><animate onbegin="alert(1)"></svg><p>x</p>',
    '<iframe src="https://evil.example/alert(1)"></iframe><p>x</p>',
    '<p style="background:url(//evil.example/alert(1))">x</p>',
    '<a linktype="javascript:alert(1)" href="javascript:alert(1)">x</a>',
]


def main_of(response):
    return response.content.decode().split("<main")[1].split("</main")[0]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_dangerous_is_rendered(client, page_with, attack):
    html = main_of(client.get(page_with(block("text", attack)).url))
    assert "alert(1)" not in html
    assert "javascript" not in html.lower()
    assert ">x<" in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_dangerous_is_rendered_in_a_fold(client, page_with, attack):
    fold = {"type": "item", "value": {"title": "Кой?", "text": attack}, "id": "1"}
    html = main_of(client.get(page_with(block("accordion", {"title": "", "items": [fold]})).url))
    assert "alert(1)" not in html


def test_what_editors_write_stays(client, page_with):
    text = '<p>А <b>б</b> <i>в</i> <a href="https://example.org/">г</a></p><ol><li>д</li></ol><ul><li>е</li></ul>'
    assert text in main_of(client.get(page_with(block("text", text)).url))


def test_a_link_in_text_leads_to_the_translation(client, page_with, target, home_en):
    page = page_with(block("text", f'<p><a linktype="page" id="{target.pk}">центърът</a></p>'), slug="tekst")
    english = translate(target, "en")
    assert f'<a href="{english.url}">' in main_of(client.get(translate(page, "en").url))


def test_a_link_in_text_to_an_untranslated_page_says_its_language(client, page_with, target, home_en):
    page = page_with(block("text", f'<p><a linktype="page" id="{target.pk}">центърът</a></p>'), slug="tekst")
    assert f'<a href="{target.url}" hreflang="bg">' in main_of(client.get(translate(page, "en").url))


def test_a_link_in_text_that_leads_nowhere_leaves_its_words(client, page_with, home_bg, target):
    draft = StandardPageFactory(parent=home_bg, live=False)
    restrict(target)
    text = "".join(f'<p><a linktype="page" id="{pk}">думи {pk}</a></p>' for pk in (draft.pk, target.pk, 99_999))
    html = main_of(client.get(page_with(block("text", text), slug="nikade").url))
    for pk in (draft.pk, target.pk, 99_999):
        assert f"<a>думи {pk}</a>" in html


def test_a_link_in_text_leads_to_a_document(client, page_with, document):
    page = page_with(block("text", f'<p><a linktype="document" id="{document.pk}">файл</a></p>'))
    assert f'<a href="{document.url}">файл</a>' in main_of(client.get(page.url))
