import itertools

from hypothesis import given
from hypothesis import strategies as st

from search.analysis.tokens import LONGEST, clean, tokens


def words(text):
    return [token.text for token in tokens(clean(text))]


def test_words_are_letters_and_digits_of_any_script():
    assert words("Пловдив, 2024: co-op & „Зелен двор“") == ["пловдив", "2024", "co", "op", "зелен", "двор"]


def test_entities_are_characters_once():
    assert clean("Q&amp;A &lt;b&gt; &amp;lt;") == "Q&A <b> &lt;"


def test_what_nobody_sees_doesnt_split_a_word():
    assert words("иноva\u00adtion") == ["иноvation"]


def test_english_apostrophes_leave_no_words():
    assert words("people’s homes don't wait") == ["people", "homes", "don", "wait"]


def test_a_hyphen_joins():
    assert [token.hyphened for token in tokens("a start-up - here")] == [False, False, True, False]


def test_a_word_knows_its_place():
    text = clean("Град &amp; село")

    assert [text[token.start : token.end] for token in tokens(text)] == ["Град", "село"]


@given(st.text())
def test_any_text_has_words_in_their_order(text):
    cleaned = clean(text)
    found = list(tokens(cleaned))

    assert all(0 <= token.start < token.end <= len(cleaned) for token in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(len(token.text) <= LONGEST for token in found)
