"""Runs are interrupted, resumed and undone without losing or repeating anything."""

import io

import pytest
from django.db import OperationalError, connection

from directory.importing import running, undoing
from directory.importing.batches import Interrupted
from directory.importing.mapping import Mapping
from directory.importing.reasons import FileRefused
from directory.models import Entry, ImportRun, Origin, Profile
from tests.directory.importing.conftest import MAPPING, bring, geojson

pytestmark = pytest.mark.django_db

FIVE = [{"name": name, "text:bg": f"{name}."} for name in "АБВГД"]


def prepare(entries=FIVE, **options):
    file = io.BytesIO(geojson(*entries))
    run = running.prepare_run(
        file=file, file_name="f", source="test", mapping=Mapping.from_json(MAPPING), publish=True, **options
    )
    running.start(run)
    return run, file


def test_an_interrupted_run_goes_on_where_it_stopped(small_batches):
    run, file = prepare()
    assert not running.work_through(run, file, after_batch=lambda run: run.cursor == 2)
    assert (ImportRun.objects.get().state, Profile.objects.count()) == ("stopped", 2)
    assert (
        running.find_unfinished(source="test", digest=run.digest, mapping=Mapping.from_json(MAPPING), publish=True)
        == run
    )
    running.start(run)
    assert running.work_through(run, file)
    run.refresh_from_db()
    assert (run.state, run.cursor, run.created, run.rows.count()) == ("done", 5, 5, 5)
    assert Profile.objects.count() == 5


def test_a_batch_that_fails_leaves_nothing_behind(small_batches):
    run, file = prepare()
    writes = []

    def fail_at_the_second(execute, sql, *args):
        if sql.startswith("INSERT INTO") and "directory_importrow" in sql:
            writes.append(sql)
            if len(writes) == 2:
                raise OperationalError
        return execute(sql, *args)

    with connection.execute_wrapper(fail_at_the_second), pytest.raises(OperationalError):
        running.work_through(run, file)
    run.refresh_from_db()
    assert (run.cursor, run.created, run.rows.count(), Profile.objects.count()) == (2, 2, 2, 2)
    assert running.work_through(run, file)
    assert (Profile.objects.count(), Origin.objects.count()) == (5, 5)


def test_two_that_work_on_one_run_repeat_nothing(small_batches):
    run, file = prepare()
    late = ImportRun.objects.get()

    def other_goes_on(run):
        if run.cursor == 2:
            running.work_through(late, io.BytesIO(geojson(*FIVE)))

    with pytest.raises(Interrupted):
        running.work_through(run, file, after_batch=other_goes_on)
    run.refresh_from_db()
    assert (run.state, run.created, Profile.objects.count()) == ("done", 5, 5)


def test_a_run_that_somebody_stopped_stops_after_its_batch(small_batches):
    run, file = prepare()
    with pytest.raises(Interrupted):
        running.work_through(run, file, after_batch=lambda run: running.stop(run) and False)
    assert (ImportRun.objects.get().state, Profile.objects.count()) == ("stopped", 2)


def test_a_file_without_the_needed_columns_is_refused():
    with pytest.raises(FileRefused) as refused:
        bring(b"id,title\n1,A\n")
    assert refused.value.code == "column_missing"
    assert ImportRun.objects.count() == 0


def test_undoing_removes_what_was_created():
    run = bring(FIVE, publish=True)
    assert undoing.start_undoing(run)
    assert undoing.undo(run)
    assert ImportRun.objects.get().state == "undone"
    assert Profile.objects.count() == Origin.objects.count() == Entry.objects.count() == 0
    assert bring(FIVE).created == 5


def test_undoing_puts_back_what_was_updated():
    bring([{"name": "А", "text:bg": "Старо.", "kinds": "garden"}], publish=True)
    run = bring([{"name": "А2", "text:en": "New.", "kinds": "shop"}], publish=True)
    undoing.start_undoing(run)
    undoing.undo(run)
    profile = Profile.objects.get()
    assert (profile.name, profile.theme.slug, profile.kind) == ("А", "climate", None)
    assert {text.language: text.summary for text in profile.texts.all()} == {"bg": "Старо."}
    assert [topic.slug for topic in profile.topics.all()] == ["gardens"]
    assert Entry.objects.get(language="bg").name == "А"
    assert bring([{"name": "А", "text:bg": "Старо.", "kinds": "garden"}], publish=True).unchanged == 1


def test_undoing_keeps_what_somebody_has_worked_on():
    run = bring(FIVE, publish=True)
    worked_on, verified = Profile.objects.order_by("pk")[:2]
    worked_on.website = "https://example.org"
    worked_on.save_revision().publish()
    Profile.objects.filter(pk=verified.pk).update(verified=True)
    undoing.start_undoing(run)
    undoing.undo(run)
    assert set(Profile.objects.all()) == {worked_on, verified}
    assert sorted(run.rows.values_list("undone", flat=True)) == ["deleted"] * 3 + ["kept"] * 2


def test_only_the_last_run_that_brought_something_can_be_undone():
    first = bring(FIVE)
    assert undoing.may_be_undone(first)
    second = bring([{"name": "Я"}])
    assert not undoing.may_be_undone(first)
    undoing.start_undoing(second)
    undoing.undo(second)
    assert undoing.may_be_undone(first)
    assert not undoing.may_be_undone(bring(FIVE, dry=True))


def test_undoing_can_be_interrupted_too(monkeypatch):
    monkeypatch.setattr(undoing, "BATCH", 2)
    run = bring(FIVE)
    undoing.start_undoing(run)
    assert not undoing.undo(run, seconds=1e-9)
    assert Profile.objects.count() == 3
    assert undoing.undo(run)
    assert Profile.objects.count() == 0
