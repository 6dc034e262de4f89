import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import keys
from search.analysis.scripts import cyrillic_spellings, fold, official, strip_marks
from search.analysis.scripts.lattice import LIMIT

BG = ("bg",)
# What people write for Bulgarian words without Cyrillic: officially, by how it sounds, by how letters look.
SPELLINGS = """
увреждания uvrezhdania uvrezhdaniya uvrejdania uvrejdaniq
младежи mladezhi mladeji
бежанци bezhantsi bejanci bejantsi
слънце slantse slynce sluntse
обучение obuchenie obu4enie
шивашко shivashko 6iva6ko
хляб hlyab hliab hlqb xlqb
земя zemya zemq zemia
жилище zhilishte jili6te jilishte
занаяти zanayati zanaqti
училище uchilishte u4ili6te uchiliste
център tsentar centar centyr centur
читалища chitalishta 4itali6ta
предприятия predpriyatia predpriatia predpriqtiq predpriyatiya
джобни dzhobni djobni
въздух vazduh vyzduh vuzduh vyzdux
ютия yutia iutiq jutia
щастие shtastie 6tastie
къща kashta kyshta kushta
фотоволтаици fotovoltaitsi fotovoltaici
йога yoga joga
Кърджали kardzhali kyrdjali
общност obshtnost ob6tnost
чужденец chuzhdenets 4ujdenec
"""


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        (word.lower(), spelling)
        for word, *spellings in map(str.split, SPELLINGS.strip().splitlines())
        for spelling in spellings
    ],
)
def test_a_latin_spelling_finds_the_cyrillic_word(word, spelling):
    assert keys.canonical(word, "bg") in keys.query_keys(spelling, BG)


def test_transliteration_is_the_laws():
    assert official("щастие") == "shtastie"
    assert official("софия") == "sofia"
    assert official("българия") == "bulgaria"


def test_accents_go_and_a_short_i_stays():
    assert strip_marks("café") == "cafe"
    assert strip_marks("ѝ") == "и"
    assert strip_marks("край") == "край"


def test_the_likeliest_spelling_comes_first():
    assert cyrillic_spellings("rabota")[0] == "работа"


def test_letters_without_a_reading_have_no_spelling():
    assert cyrillic_spellings("señor7") == ()


@pytest.mark.parametrize("word", ["yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", "ujuyiajosticu" * 3])
def test_spellings_of_a_word_are_bounded(word):
    spellings = cyrillic_spellings(word)

    assert len(spellings) == LIMIT
    assert len(set(spellings)) == LIMIT


@given(st.text(alphabet=st.characters(categories=["L", "N"]), max_size=40))
def test_any_letters_have_keys_without_white_space(word):
    found = (*keys.query_keys(word, BG), *keys.query_roots(word, BG), keys.canonical(word, "en"), keys.folded(word))

    assert all(not any(letter.isspace() for letter in key) for key in found)
    assert isinstance(fold(word), str)


def test_letters_that_look_alike_belong_to_the_words_script():
    assert keys.canonical("cоциален", "bg") == keys.canonical("социален", "bg")
