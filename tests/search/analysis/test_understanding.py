import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import Synonyms, Vocabulary, document_streams, understand

SYNONYMS = Synonyms([["НПО", "неправителствена организация", "NGO"], ["WISE", "work integration social enterprise"]])
VOCABULARY = Vocabulary({"услуги": 5, "социални": 7, "homeless": 3, "people": 9, "хранителна": 2, "банка": 2})


def telling(text, language="bg", **options):
    return [word.taken_for for word in understand(text, language, **options).words if not word.small]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("кой помага на самотни родители?", "bg", ["помага", "самотни", "родители"]),
        ("is there an app that reports a broken lift", "en", ["app", "reports", "broken", "lift"]),
        ("hora s uvrejdaniq ot Sofia", "bg", ["hora", "uvrejdaniq", "sofia"]),
        ("how can I unsubscribe from the newsletter", "en", ["unsubscribe", "newsletter"]),
        ("IT courses", "en", ["it", "courses"]),
    ],
)
def test_small_words_dont_count(text, language, words):
    assert telling(text, language) == words


@pytest.mark.parametrize(("text", "language"), [("за нас", "bg"), ("the who", "en"), ("za nas", "bg"), ("what", "en")])
def test_a_query_of_small_words_alone_is_looked_for(text, language):
    assert understand(text, language).query.groups


def test_a_mistake_is_put_right_where_other_words_match_too():
    understood = understand("Сотсиални услуги", "bg", SYNONYMS, VOCABULARY)

    assert understood.corrected is None or "услуги" in understood.corrected
    assert understand("homles people", "en", SYNONYMS, VOCABULARY).corrected == "homeless people"


def test_a_correction_keeps_the_capital():
    assert understand("Homles people", "en", SYNONYMS, VOCABULARY).corrected == "Homeless people"


def test_a_reader_can_insist_on_what_was_typed():
    insisting = understand("homles people", "en", SYNONYMS, VOCABULARY, correct=False)

    assert insisting.corrected is None
    assert insisting.words[0].taken_for == "homles"


def test_two_words_written_as_one_are_looked_for_as_two():
    understood = understand("хранителнабанка", "bg", SYNONYMS, VOCABULARY)

    assert understood.corrected == "хранителна банка"
    assert len(understood.query.groups) == 2


def test_a_word_newer_than_the_vocabulary_is_found():
    stream = set(document_streams(language="bg", title="Услиги")["title"])

    understood = understand("услиги", "bg", SYNONYMS, VOCABULARY)
    wanted = {key for group in understood.query.groups for phrase in group.phrases for key in phrase[0].keys}

    assert understood.corrected == "услуги"
    assert stream & wanted


def test_what_editors_know_is_no_mistake():
    assert understand("NGO", "en", SYNONYMS, VOCABULARY).corrected is None


def test_of_a_pasted_page_the_beginning_counts():
    assert (
        len(understand("различни думи " + " ".join(f"дума{number}" for number in range(999)), "bg").query.groups) == 16
    )


def test_a_word_typed_twice_counts_once():
    assert len(understand("град Град ГРАД", "bg").query.groups) == 1


def test_nothing_asks_for_everything():
    assert understand("  ?! …", "bg").query.groups == ()


@given(st.text(), st.sampled_from(["bg", "en", "de", "ru", "xx", "pt-br", ""]))
def test_any_text_is_understood(text, language):
    understood = understand(text, language, SYNONYMS, VOCABULARY)

    assert all(word.keys for group in understood.query.groups for phrase in group.phrases for word in phrase)


@given(st.text(alphabet="'\"()[]{}*?:^~\\/+-&|!<>=_.@#$%,; \t\nаяz6й"))
def test_signs_are_text_and_never_syntax(text):
    keys = [
        key
        for group in understand(text, "bg", SYNONYMS, VOCABULARY).query.groups
        for phrase in group.phrases
        for word in phrase
        for key in word.keys
    ]

    assert all(key.replace("_", "").isalnum() for key in keys)


def test_ten_thousand_letters_are_understood():
    assert understand("ж" * 10_000, "bg", SYNONYMS, VOCABULARY).query.groups
    assert understand("y" * 10_000, "bg", SYNONYMS, VOCABULARY).query.groups
