"""Catalogues are compiled without gettext, and complete."""

from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

from core.catalogues import compile_catalogues

CATALOGUES = sorted((settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/*.po"))


def write(folder, translation):
    file = folder / "bg" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.append(polib.POEntry(msgid="News", msgstr=translation))
    catalogue.save(str(file))


def test_a_changed_catalogue_is_compiled_and_an_unchanged_one_left_alone(tmp_path):
    source, target = tmp_path / "locale", tmp_path / "compiled"
    write(source, "Новини")
    assert compile_catalogues(source, target) == [target / "bg" / "LC_MESSAGES" / "django.mo"]
    assert compile_catalogues(source, target) == []
    write(source, "Вести")
    [compiled] = compile_catalogues(source, target)
    assert polib.mofile(str(compiled)).find("News").msgstr == "Вести"


def test_catalogues_are_compiled_to_a_folder_outside_the_project(tmp_path, settings):
    settings.CATALOGUES = {tmp_path / "compiled": settings.BASE_DIR / "locale"}
    call_command("compile_catalogues")
    assert (tmp_path / "compiled" / "bg" / "LC_MESSAGES" / "django.mo").exists()


def test_there_is_a_bulgarian_catalogue():
    assert settings.BASE_DIR / "locale" / "bg" / "LC_MESSAGES" / "django.po" in CATALOGUES


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: str(Path(file).relative_to(settings.BASE_DIR)))
def test_a_catalogue_is_complete_and_nothing_in_it_is_guessed(file):
    assert [entry.msgid for entry in polib.pofile(str(file)) if not entry.obsolete and not entry.translated()] == []
