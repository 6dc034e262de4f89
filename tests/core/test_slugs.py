import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.slugs import browser_rules, slugify, transliterate
from core.widgets import SlugInput

LETTERS = st.characters(min_codepoint=0x410, max_codepoint=0x44F)
CYRILLIC = st.text(alphabet=LETTERS | st.sampled_from(" -–.,"), max_size=60)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Нова ера", "Nova era"),
        ("България", "Bulgaria"),
        ("БЪЛГАРИЯ", "BULGARIA"),
        ("Република България.", "Republika Bulgaria."),
        ("Българийка", "Balgariyka"),
        ("София", "Sofia"),
        ("СОФИЯ", "SOFIA"),
        ("Мария-Луиза", "Maria-Luiza"),
        ("Софиянци", "Sofiyantsi"),
        ("Щъркелово гнездо", "Shtarkelovo gnezdo"),
        ("ЩЪРКЕЛ", "SHTARKEL"),
        ("Жоржета Цветанова Чушкова", "Zhorzheta Tsvetanova Chushkova"),
        ("шофьор", "shofyor"),
        ("Юлия Яна", "Yulia Yana"),
        ("Я", "Ya"),
        ("Йорданка ѝ каза", "Yordanka i kaza"),
        ("NaChe Академия", "NaChe Akademia"),
    ],
)
def test_bulgarian_is_transliterated_as_the_act_says(cyrillic, latin):
    assert transliterate(cyrillic) == latin


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Нова ера", "nova-era"),
        ("Семинар в Благоевград: какво научихме?", "seminar-v-blagoevgrad-kakvo-nauchihme"),
        ("Бюджет 2019–2025", "byudzhet-2019-2025"),
        ("„Социални иновации плюс“ – центрове", "sotsialni-inovatsii-plyus-tsentrove"),
        ("Café Müller & Łódź", "cafe-muller-lodz"),
        ("въ́лна", "valna"),
        ("Й й й̆".replace("й̆", "\u0438\u0306"), "y-y-y"),
        ("Αθήνα", "athina"),
        ("!!!", ""),
    ],
)
def test_a_slug_is_made_of_latin_letters_digits_and_hyphens(title, slug):
    assert slugify(title) == slug


@given(st.text(max_size=300))
def test_a_slug_is_always_a_valid_one(text):
    assert re.fullmatch(r"[a-z0-9_]*(-[a-z0-9_]+)*", slugify(text))
    assert len(slugify(text)) <= 255


@given(st.text(max_size=80))
def test_a_slug_of_a_slug_is_itself(text):
    assert slugify(slugify(text)) == slugify(text)


@given(CYRILLIC)
def test_a_slug_is_the_transliteration_in_small_letters(text):
    assert slugify(text) == slugify(transliterate(text))


def as_the_browser_does(text):
    """What CleanController's formatters and urlify make of a title, rule by rule (wagtail/admin/static, 8.0)."""
    for pattern, latin, flags in browser_rules():
        assert set(flags) == set("giu")
        text = re.sub(pattern, latin, text, flags=re.IGNORECASE)
    return re.sub(r"[-\s]+", "-", re.sub(r"[^-\w\s]", "", text.strip().lower())).rstrip("-")


@given(CYRILLIC)
def test_the_browser_proposes_what_the_server_would(text):
    assert as_the_browser_does(text).strip("-") == slugify(text)


def test_the_slug_input_carries_our_table_into_the_page():
    formatters = json.loads(SlugInput().attrs["data-w-slug-formatters-value"])
    assert [[pattern, latin] for (pattern, _flags), latin in formatters] == [
        [pattern, latin] for pattern, latin, _flags in browser_rules()
    ]
    assert {flags for (_pattern, flags), _latin in formatters} == {"giu"}
