import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import document_streams, typed_prefixes


def begins(typed, title, language="bg"):
    """Whether every word typed is the beginning of one of the title's."""
    words = document_streams(language=language, title=title)["prefixes"]
    return all(any(word.startswith(one) for word in words for one in group) for group in typed_prefixes(typed))


@pytest.mark.parametrize(
    "typed",
    ["жит", "Житена п", "zhit", "zhitena pi", "jiten", "jitena pita", "пита жи", "ЖИТ"],
)
def test_a_beginning_in_either_script_is_enough(typed):
    assert begins(typed, "Житена пита")


def test_a_latin_name_is_begun_in_cyrillic_too():
    assert begins("пловд", "Plovdiv", "en")


def test_every_word_must_be_begun():
    assert not begins("жит кон", "Житена пита")


def test_labels_and_names_can_be_begun_too():
    streams = document_streams(language="bg", title="А", labels=["Храна"], names=["Зелен двор"], text="скрито")

    assert {"храна", "зелен", "двор"} <= set(streams["prefixes"])
    assert "скрито" not in streams["prefixes"]


def test_nothing_typed_begins_nothing():
    assert typed_prefixes(" -?! ") == ()


@given(st.text())
def test_anything_can_be_typed(text):
    assert all(group and all(group) for group in typed_prefixes(text))
