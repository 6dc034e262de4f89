"""`manage.py import_profiles` from the outside."""

import json

import pytest
from django.core.management import CommandError, call_command

from directory.models import ImportRun, Profile
from tests.directory.importing.conftest import geojson

pytestmark = pytest.mark.django_db

DIRTY = geojson(
    {
        "_id": "a",
        "name": "Градина",
        "addr:country": "SR",
        "at": (48.15, 17.1),
        "type_of_initiative": "community_garden; other",
        "website": "update6",
        "descripiton:de": "Ein Garten.",
        "description:gr": "Κήπος.",
    },
    {"_id": "b", "name": "", "at": (48.15, 17.1)},
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "file.geojson"
    path.write_bytes(DIRTY)
    return path


def run(*args, **options):
    call_command("import_profiles", *args, source="susy", language="en", verbosity=0, **options)


def test_a_file_is_imported_and_the_report_is_written(file, tmp_path):
    report = tmp_path / "report.json"
    run(file, report=report, publish=True)
    said = json.loads(report.read_text())
    assert said["source"] == "susy"
    assert said["started"] < said["finished"]
    assert said["counts"] == {"created": 1, "updated": 0, "unchanged": 0, "doubtful": 0, "refused": 1}
    first, second = said["rows"]
    profile = Profile.objects.get()
    assert (first["line"], first["source_id"], first["outcome"], first["profile"]) == (1, "a", "created", profile.pk)
    assert {(problem["field"], problem["value"], problem["code"]) for problem in first["problems"]} == {
        ("website", "update6", "link"),
        ("country", "SR", "country_elsewhere"),
    }
    assert all(problem["reason"] for problem in first["problems"])
    assert (second["outcome"], second["profile"]) == ("refused", None)
    assert {text.language for text in profile.texts.all()} == {"de", "el"}
    assert [topic.slug for topic in profile.topics.all()] == ["community-gardens"]


def test_the_shipped_mapping_that_fits_is_found_by_itself(file):
    run(file)
    assert ImportRun.objects.get().mapping["columns"]["_id"] == "source_id"


def test_a_dry_run_changes_no_profile(file):
    run(file, dry_run=True)
    assert Profile.objects.count() == 0
    assert ImportRun.objects.get().created == 1


def test_a_mapping_of_ones_own_is_read_from_a_file(tmp_path):
    mapping, file = tmp_path / "m.toml", tmp_path / "f.csv"
    mapping.write_text('[columns]\n"nr" = "source_id"\n"title" = "name"\n')
    file.write_text("nr,title\n1,Хляб\n")
    run(file, mapping=str(mapping))
    assert Profile.objects.get().name == "Хляб"


@pytest.mark.parametrize("text", ["[columns]\na = 'nothing'", "no toml", "x = 1", "[columns]\na = 'name:*'", ""])
def test_a_mapping_that_cannot_be_used_is_refused(tmp_path, file, text):
    mapping = tmp_path / "m.toml"
    mapping.write_text(text)
    with pytest.raises(CommandError, match="mapping"):
        run(file, mapping=str(mapping))


@pytest.mark.parametrize("content", [DIRTY[:-3], b"\xff\xfe", b"id,title\n1,A\n", b"x" * 2_000_000])
def test_a_broken_file_changes_nothing(tmp_path, content):
    file = tmp_path / "broken"
    file.write_bytes(content)
    with pytest.raises(CommandError, match="Nothing was changed"):
        run(file)
    assert Profile.objects.count() == ImportRun.objects.count() == 0


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path):
    with pytest.raises(CommandError, match="can’t be opened"):
        run(tmp_path / "nothing")


@pytest.mark.parametrize("source", ["two words", "x" * 61, ""])
def test_a_source_that_is_no_short_word_is_refused_before_the_file_is_read(file, source):
    with pytest.raises(CommandError, match="--source"):
        call_command("import_profiles", str(file), source=source, language="en", verbosity=0)
    assert not ImportRun.objects.exists()
