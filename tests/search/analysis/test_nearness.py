import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from search.analysis.nearness import Forms

WORD = st.text(alphabet="абвг", min_size=1, max_size=7)
WORDS = st.lists(WORD, unique=True, max_size=40)


def naming(words):
    """Forms of words that are the same in capitals."""
    return Forms((word, word.upper()) for word in words)


def within(words, form, distance):
    near = {word.upper(): OSA.distance(form, word) for word in words}
    return {word: far for word, far in near.items() if far <= distance}


@given(WORDS, WORD)
def test_nothing_that_is_a_mistake_away_is_missed(words, form):
    forms = naming(words)

    assert dict(forms.same(form)) == within(words, form, 0)
    assert dict(forms.one_away(form)) == within(words, form, 1)


@given(WORDS, WORD)
def test_two_mistakes_are_looked_for_behind_the_first_letters_that_are_asked_for(words, form):
    ones = [word for word in words if word[0] in "аб"]

    assert dict(naming(words).two_away(form, "аб")) == within(ones, form, 2)


def test_a_form_of_several_words_stands_for_them_all():
    forms = Forms([("nov", "нов"), ("nov", "nov"), ("novo", "ново")])

    assert sorted(forms.same("nov")) == [("nov", 0), ("нов", 0)]
    assert sorted(forms.one_away("nov")) == [("nov", 0), ("нов", 0), ("ново", 1)]


@pytest.mark.parametrize("form", ["", "а", "\U0010ffff"])
def test_among_no_forms_there_is_none(form):
    assert Forms([]).same(form) == Forms([]).one_away(form) == Forms([]).two_away(form, form) == []
