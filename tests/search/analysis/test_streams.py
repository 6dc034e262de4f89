"""What a document says becomes keys, whatever it says."""

from hypothesis import given
from hypothesis import strategies as st

from search.analysis import document_streams, understand
from search.explaining import matches
from search.terms import FIELD_WEIGHTS, PREFIXES

LANGUAGES = st.sampled_from(["bg", "en", "de", "ru", "xx", "pt-br", ""])


@given(LANGUAGES, st.text(), st.lists(st.text(), max_size=3), st.text(), LANGUAGES, st.text())
def test_any_text_becomes_keys_that_an_engine_can_tell_apart_by_white_space(
    language, title, labels, text, other, elsewhere
):
    streams = document_streams(
        language=language, title=title, labels=labels, text=text, others=[(other, elsewhere)], names=labels
    )

    assert set(streams) == {*FIELD_WEIGHTS, PREFIXES}
    for stream in streams.values():
        assert " ".join(stream).split() == list(stream)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Z", "P"])))
def test_a_document_is_found_by_its_own_words(title):
    query = understand(title, "bg").query

    assert all(matches(query, document_streams(language="bg", title=title)))


def test_what_is_said_again_and_again_gives_the_same_keys_each_time():
    first, again = (document_streams(language="bg", title="Храна", labels=["Пазар на труда"]) for _time in range(2))

    assert first == again
    assert document_streams(language="en", title="Храна", labels=["Labour market"])["labels"] != first["labels"]
