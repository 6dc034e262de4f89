"""Packages change with every upgrade; what people translated stays."""

import polib
import pytest

from core.overlay.merging import merge


@pytest.fixture
def overlay(tmp_path):
    """Write an overlay catalogue with some entries and return its folder."""

    def write(*entries):
        catalogue = polib.POFile()
        catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
        catalogue.extend(entries)
        file = tmp_path / "bg" / "LC_MESSAGES" / "django.po"
        file.parent.mkdir(parents=True)
        catalogue.save(str(file))
        return tmp_path

    return write


def test_what_packages_leave_in_english_is_added_without_translation(tmp_path):
    result = merge("bg", "django", tmp_path)
    assert "Toggle status" in result.added
    assert not result.catalogue.find("Toggle status").translated()


def test_what_packages_translate_themselves_is_not_added(tmp_path):
    assert "Password" not in merge("bg", "django", tmp_path).added


def test_a_translation_stays_as_it_is(overlay):
    folder = overlay(polib.POEntry(msgid="Toggle status", msgstr="Състояние"))
    assert merge("bg", "django", folder).catalogue.find("Toggle status").msgstr == "Състояние"


def test_a_better_word_for_what_a_package_translates_stays(overlay):
    folder = overlay(polib.POEntry(msgid="Publish", msgstr="Публикуване"))
    assert merge("bg", "django", folder).catalogue.find("Publish").msgstr == "Публикуване"


def test_what_no_package_says_any_more_is_dropped(overlay):
    result = merge("bg", "django", overlay(polib.POEntry(msgid="Said once", msgstr="Казано")))
    assert result.dropped == ["Said once"]
    assert result.catalogue.find("Said once") is None


def test_a_text_that_came_to_have_a_plural_is_translated_anew(overlay):
    result = merge("bg", "django", overlay(polib.POEntry(msgid="Move 1 page", msgstr="Преместване")))
    assert result.changed == ["Move 1 page"]
    assert "Move 1 page" in result.untranslated


def test_saving_and_merging_again_changes_nothing(tmp_path):
    merge("bg", "djangojs", tmp_path).save()
    again = merge("bg", "djangojs", tmp_path)
    assert (again.added, again.dropped, again.changed) == ([], [], [])


def test_a_new_language_counts_plurals_as_django_does(tmp_path):
    assert merge("pl", "django", tmp_path).catalogue.metadata["Plural-Forms"].startswith("nplurals=4")
