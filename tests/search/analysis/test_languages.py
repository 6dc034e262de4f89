import pytest

from search.analysis import document_streams, understand
from search.analysis.languages import language


def meets(typed, title, of_reader, of_text):
    """Whether every word typed by a reader has a key in the title."""
    stream = set(document_streams(language=of_text, title=title)["title"])
    groups = understand(typed, of_reader).query.groups
    return all(any(stream & set(phrase[0].keys) for phrase in group.phrases) for group in groups)


@pytest.mark.parametrize(
    ("typed", "title", "of_reader", "of_text"),
    [
        ("Genossenschaft", "Die Genossenschaften", "de", "de"),
        ("osterreich", "Österreich", "de", "de"),
        ("организации", "Организация", "ru", "ru"),
        ("associations", "Une association", "fr", "fr"),
        ("κοινωνία", "Κοινωνία", "el", "el"),
        ("社会", "社会", "xx", "xx"),
    ],
)
def test_a_third_language_is_found_in_by_its_code_alone(typed, title, of_reader, of_text):
    assert meets(typed, title, of_reader, of_text)


def test_a_language_without_a_stemmer_keeps_its_words():
    assert language("xx").stem("words") == "words"


def test_a_regional_code_is_its_language():
    assert language("pt-br") == language("pt")
