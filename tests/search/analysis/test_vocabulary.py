import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import Vocabulary, words_of
from search.analysis.correction import corrections
from search.analysis.keys import query_keys

WORDS = {
    "финансиране": 9, "количка": 3, "социални": 20, "участват": 4, "регистрация": 5, "благоевград": 6, "кооперация": 4,
    "wheelchair": 3, "entrepreneurs": 4, "volunteer": 8, "accessibility": 2, "rubbish": 1, "homeless": 5, "loan": 2,
    "хранителна": 3, "банка": 4, "шивашко": 2, "градина": 7,
}  # fmt: skip

SYLLABLES = [first + vowel + last for first in "бвгдзклмнпрст" for vowel in "аеио" for last in ("л", "н", "рк")][:80]


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(WORDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("финасиране", "финансиране"),
        ("каличка", "количка"),
        ("соцялни", "социални"),
        ("регестрация", "регистрация"),
        ("Благоевграт", "благоевград"),
        ("кооператция", "кооперация"),
        ("wheelchiar", "wheelchair"),
        ("entrepeneurs", "entrepreneurs"),
        ("volonteer", "volunteer"),
        ("accesibility", "accessibility"),
        ("rubish", "rubbish"),
        ("laon", "loan"),
        ("shivasko", "шивашко"),
    ],
)
def test_a_mistake_is_put_right(vocabulary, typed, meant):
    assert corrections(typed.lower(), [vocabulary])[0] == meant


@pytest.mark.parametrize("word", ["кон", "2024", "велосипед", "government", "xyzzy", ""])
def test_what_is_like_nothing_stays(vocabulary, word):
    assert corrections(word, [vocabulary]) == ()


def test_words_written_as_one_are_told_apart(vocabulary):
    assert vocabulary.halves("хранителнабанка") == ("хранителна", "банка")
    assert vocabulary.halves("градинарство") == ()


def test_any_form_of_a_word_is_known(vocabulary):
    assert vocabulary.knows(query_keys("градините", ("bg",)))
    assert not vocabulary.knows(query_keys("планините", ("bg",)))


def test_the_commoner_of_two_words_as_near_is_meant():
    assert corrections("фанка", [Vocabulary({"банка": 1, "сянка": 9, "данка": 5})])[0] == "данка"


def test_numbers_and_single_letters_are_no_words_of_a_vocabulary():
    assert words_of("A 2024 град, Град") == {"град"}


def test_a_word_takes_less_than_six_hundred_bytes():
    counts = dict.fromkeys((first + second + "ранието" for first in SYLLABLES for second in SYLLABLES), 3)
    # What the analysis itself remembers is there already.
    Vocabulary(counts)
    tracemalloc.start()
    try:
        vocabulary = Vocabulary(counts)
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert held / len(vocabulary) < 600


@given(st.text(max_size=60))
def test_any_word_can_be_looked_up(text):
    corrections(text, [Vocabulary(WORDS)])
    Vocabulary(WORDS).halves(text)
