"""The overlay leaves nothing of the packages in English, and says what they say."""

import re

import polib
import pytest
from django.conf import settings

from core.overlay.merging import FOLDER, merge_all
from core.overlay.packages import key_of

CATALOGUES = sorted(FOLDER.glob("*/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{\w*\}|</?\w[^>]*>")

# Old words of Wagtail's that our glossary has better ones for, and imperatives: our buttons are nouns.
OLD_WORDS = re.compile(r"\b(контент\w*|линк\w*|таг(ове)?\w*|акаунт\w*|моля|снипет\w*|ревизи\w*)\b", re.IGNORECASE)
IMPERATIVE = re.compile(r"(публикувай|запази|изтрий|добави|редактирай|избери|отмени|създай|премести|копирай)\b", re.I)


def name(file):
    return "-".join(file.relative_to(FOLDER).with_suffix("").parts)


@pytest.fixture(params=CATALOGUES, ids=name, scope="module")
def catalogue(request):
    return polib.pofile(str(request.param))


def pairs(catalogue):
    """Every translated text beside the English that it must match."""
    for entry in catalogue:
        if entry.msgid_plural:
            yield entry.msgid, entry.msgstr_plural[0]
            yield entry.msgid_plural, entry.msgstr_plural[1]
        else:
            yield entry.msgid, entry.msgstr


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


def margins(text):
    return re.match(r"\s*", text).group(), re.search(r"\s*$", text).group()


def test_bulgarian_editors_have_both_catalogues():
    assert {name(file) for file in CATALOGUES} >= {"bg-LC_MESSAGES-django", "bg-LC_MESSAGES-djangojs"}


def test_no_text_of_the_installed_packages_is_left_in_english():
    merges = merge_all()
    assert [msgid for merge in merges for msgid in merge.added + merge.untranslated] == []
    assert [msgid for merge in merges for msgid in merge.dropped + merge.changed] == []


def test_nothing_is_guessed(catalogue):
    assert [entry.msgid for entry in catalogue if entry.fuzzy or entry.obsolete] == []


def test_every_plural_has_its_two_forms(catalogue):
    assert [entry.msgid for entry in catalogue if entry.msgid_plural and sorted(entry.msgstr_plural) != [0, 1]] == []


def test_placeholders_and_markup_survive_translation(catalogue):
    assert [(old, new) for old, new in pairs(catalogue) if placeholders(old) != placeholders(new)] == []


def test_texts_that_are_joined_to_others_keep_the_space_at_their_ends(catalogue):
    assert [(old, new) for old, new in pairs(catalogue) if margins(old) != margins(new)] == []


def test_editors_read_the_words_of_our_glossary(catalogue):
    assert [new for _old, new in pairs(catalogue) if OLD_WORDS.search(new) or IMPERATIVE.match(new)] == []


def test_quotation_marks_are_bulgarian(catalogue):
    """Straight ones only stand in attributes of markup, or are themselves what the text is about."""
    straight = re.compile(r"""["']""")
    prose = [re.sub(r"<[^>]*>", "", new) for _old, new in pairs(catalogue)]
    assert [text for text in prose if straight.search(text) and '(")' not in text] == []


def test_what_we_and_the_packages_both_say_is_said_alike(catalogue):
    """Our own catalogue goes first, so another meaning of the same English word needs a context of its own."""
    file = settings.BASE_DIR / "locale" / "bg" / "LC_MESSAGES" / "django.po"
    ours = {key_of(entry): entry.msgstr for entry in polib.pofile(str(file))}
    both = [entry for entry in catalogue if ours.get(key_of(entry))]
    assert [entry.msgid for entry in both if ours[key_of(entry)] != entry.msgstr] == []
