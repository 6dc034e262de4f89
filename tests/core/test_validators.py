"""Names that hide something are refused, and unusual ones are not."""

import pytest
from django.core.exceptions import ValidationError

from core.validators import no_hidden_characters, no_mixed_alphabets, without_hidden_characters


@pytest.mark.parametrize("text", ["evil\u202etxt.exe", "а\u200bб", "zero\u0000", "\u2066isolated\u2069"])
def test_characters_that_nobody_sees_are_refused_and_can_be_taken_out(text):
    with pytest.raises(ValidationError):
        no_hidden_characters(text)
    no_hidden_characters(without_hidden_characters(text))


@pytest.mark.parametrize("text", ["Хляб назаем", "Справоч\u00adник", "два\nреда", "👩\u200d🌾 ферма"])
def test_texts_without_them_pass(text):
    no_hidden_characters(text)
    assert without_hidden_characters(text) == text


@pytest.mark.parametrize("word", ["Хлaб", "сoциален", "Вarna", "Рaура"])
def test_letters_of_one_alphabet_passed_off_as_those_of_another_are_refused(word):
    with pytest.raises(ValidationError):
        no_mixed_alphabets(f"Фондация {word}")


@pytest.mark.parametrize("name", ["Хляб назаем", "e-Здраве", "iГрад", "Фондация Care", "DigitАртs", "BG 4 МЛАДИ"])
def test_names_in_two_alphabets_that_look_different_pass(name):
    no_mixed_alphabets(name)
