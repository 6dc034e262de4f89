"""The administrators' export: who may take it, what is in it, and that an import reads it back as it is."""

import csv
import io
import logging

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse

from directory.exporting.rows import export_lines
from directory.importing.values import values_of
from directory.models import FormerSlug, ImportRun, Origin, Profile, ProfileLink
from tests.directory.factories import ProfileFactory
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db


def table():
    return list(csv.DictReader(io.StringIO("".join(export_lines()).removeprefix("\ufeff"))))


def everything():
    profiles = Profile.objects.with_facts().prefetch_related("former_slugs").order_by("slug")
    return [values_of(profile) for profile in profiles]


@pytest.fixture
def profiles(site):
    whole = ProfileFactory(
        name="=Хляб; „назаем“",
        theme="poverty",
        themes=["climate"],
        kind="cooperative",
        stage="pilot",
        groups=["youth", "homeless"],
        sdgs=["no-poverty"],
        place="plovdiv",
        latitude=42.14,
        longitude=24.75,
        founded=2019,
        website="https://hlyab.example.org/",
        texts={"bg": "Печем хляб.\nИ го даваме назаем.", "en": "-20 % less waste.", "de": "Wir backen."},
        topics=["food"],
        verified=True,
    )
    text = whole.texts.get(language="bg")
    text.story = '<p>Първо <b>тесто</b>, после „<a href="https://example.org/">пещ</a>“.</p>'
    text.save()
    ProfileLink.objects.create(profile=whole, url="https://social.example.org/hlyab")
    FormerSlug.objects.create(profile=whole, slug="hlyab")
    Origin.objects.create(source="susy", source_id="17", profile=whole)
    return [
        whole,
        ProfileFactory(name="Чернова", live=False, place="varna"),
        ProfileFactory(name="Скрит", visibility="unlisted", locality="с. Долен", texts={}),
    ]


def test_drafts_and_unlisted_profiles_are_in_the_export_and_say_so(profiles):
    rows = {row["name"].lstrip("'"): row for row in table()}
    assert rows["Чернова"]["published"] == "no"
    assert rows["Скрит"]["visibility"] == "unlisted"
    assert rows["=Хляб; „назаем“"]["origins"] == "susy:17"
    assert rows["=Хляб; „назаем“"]["summary:de"] == "Wir backen."


def test_no_cell_of_the_export_is_a_formula(profiles):
    cells = [cell for row in table() for cell in row.values()]
    assert "'=Хляб; „назаем“" in cells
    assert not any(cell.startswith(("=", "@", "+", "\t")) for cell in cells)


@pytest.mark.parametrize("empty", [False, True], ids=["where it was made", "on an empty site"])
def test_an_import_reads_the_export_back_without_a_difference(profiles, tmp_path, empty):
    before, file = everything(), tmp_path / "export.csv"
    file.write_text("".join(export_lines()), encoding="utf-8")
    if empty:
        Profile.objects.all().delete()
    options = {"source": "own", "mapping": "own", "publish": True, "verbosity": 0}
    call_command("import_profiles", file, **options)
    run = ImportRun.objects.latest("pk")
    # A draft that somebody works on stays as it is, whatever a file says: its row is doubtful.
    expected = {"created": 3} if empty else {"unchanged": 2, "doubtful": 1}
    assert {outcome: number for outcome, number in run.counts.items() if number} == expected
    assert everything() == before


def test_the_export_is_for_administrators_with_the_permission_and_is_logged(client, profiles, caplog):
    user = UserFactory(is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("directory_export")).status_code == 302
    user.user_permissions.add(Permission.objects.get(codename="export_profiles"))
    with caplog.at_level(logging.INFO, logger="directory.exporting"):
        response = client.get(reverse("directory_export"))
        text = b"".join(response.streaming_content).decode()
    assert "Чернова" in text
    assert "no-store" in response["Cache-Control"]
    assert f"User {user.pk} takes the full export" in caplog.text


def test_nobody_else_gets_the_export(client, profiles):
    assert client.get(reverse("directory_export")).status_code == 302
