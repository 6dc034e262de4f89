"""Names and short texts hide nothing."""

import pytest
from django.core.exceptions import ValidationError

from core.validators import no_hidden_characters, no_mixed_alphabets, without_hidden_characters


@pytest.mark.parametrize("text", ["Хляб\u202eбялХ", "a\u200bb", "\u2066x\u2069", "x\x00", "\ufeffname", "\ue000"])
def test_characters_that_nobody_sees_are_refused(text):
    with pytest.raises(ValidationError, match=r"U\+"):
        no_hidden_characters(text)
    no_hidden_characters(without_hidden_characters(text))


@pytest.mark.parametrize("text", ["Хляб назаем", "a\nb\tc", "само\u00adлет", "👩\u200d🌾", "„Ателие“ – 2", ""])
def test_what_readers_see_is_taken(text):
    no_hidden_characters(text)
    assert without_hidden_characters(text) == text


@pytest.mark.parametrize("name", ["Аtelier", "Cофия", "Ателиe", "СOС Детски селища", "Gооgle"])
def test_letters_that_pass_off_as_those_of_another_alphabet_are_refused(name):
    with pytest.raises(ValidationError, match=r"alphabet|азбука"):
        no_mixed_alphabets(name)


@pytest.mark.parametrize("name", ["Sofia Lab София", "e-Здраве", "iГрад", "Ателие 3D", "КултурLab", "Zürich", "eТека"])
def test_names_that_mix_alphabets_openly_are_taken(name):
    no_mixed_alphabets(name)
