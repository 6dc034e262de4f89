from hypothesis import given
from hypothesis import strategies as st

from core.sorting import KEY_LENGTH, sort_key

IN_ORDER = [
    "2025 година",
    "архив",
    "Асен",
    "асен иванов",
    "Асенов",
    "ель",
    "занаяти",
    "икономика",
    "Йордан",
    "Каспичан",
    "щедрост",
    "ъгъл",
    "юноши",
    "Яворов",
    "agriculture",
    "Émile",
    "zebra",
]


def test_words_stand_as_a_bulgarian_reader_expects():
    assert sorted(set(IN_ORDER), key=sort_key) == IN_ORDER


def test_case_accents_and_punctuation_do_not_count():
    assert sort_key("„Нова ера“") == sort_key("нова Ера") == sort_key("Но́ва-ера")


@given(st.text(max_size=200))
def test_a_key_is_plain_enough_for_any_database(text):
    key = sort_key(text)
    assert len(key) <= KEY_LENGTH
    assert set(key) <= set("0123456789abcdef")


@given(st.text(alphabet=st.characters(min_codepoint=0x430, max_codepoint=0x44F, exclude_characters="ыэ"), max_size=20))
def test_cyrillic_stands_before_latin(text):
    assert sort_key(text) <= sort_key("a" + text)
