"""Elasticsearch gets all that was written and deleted, in the background, whatever happens to it meanwhile."""

from io import StringIO

import pytest
from django.core.management import call_command

from core.changes.transactions import one_change
from core.jobs.execution import run_job
from core.models import ContentVersion, Job
from search import following
from search.engines.base import EngineAway
from search.feeding import feed, mend, rebuild_elasticsearch
from search.models import SearchDocument
from tests.directory.factories import ProfileFactory, insert_profiles

pytestmark = [pytest.mark.services, pytest.mark.django_db]


def true():
    return dict(SearchDocument.objects.values_list("pk", "version"))


def run_jobs():
    for job in Job.objects.filter(task__startswith="search.feeding_task"):
        assert run_job(job.pk)


def change_and_fail(profile):
    with one_change():
        profile.name = "Никога"
        profile.save_revision().publish()
        ProfileFactory()
        raise RuntimeError


def test_it_is_filled_and_then_hears_of_every_change(elasticsearch):
    profile, other = ProfileFactory(), ProfileFactory()
    assert feed() == 4
    assert elasticsearch.versions() == true()
    profile.save_revision().publish()
    other.unpublish()
    feed()
    assert elasticsearch.versions() == true()
    assert len(true()) == 2


def test_a_change_wakes_the_feeding_up(elasticsearch):
    feed()
    with one_change():
        ProfileFactory()
        ProfileFactory()
    assert Job.objects.filter(task__startswith="search.feeding_task").exists()
    run_jobs()
    assert elasticsearch.versions() == true()
    assert len(true()) == 4


def test_a_change_on_a_site_without_such_a_server_wakes_nobody_up(elasticsearch, settings):
    settings.SEARCH_ELASTICSEARCH = {}
    ProfileFactory()
    assert not Job.objects.filter(task__startswith="search.feeding_task").exists()


def test_what_is_rolled_back_leaves_no_trace(elasticsearch):
    profile = ProfileFactory()
    feed()
    Job.objects.all().delete()
    before = elasticsearch.versions()
    with pytest.raises(RuntimeError):
        change_and_fail(profile)
    assert not Job.objects.exists()
    feed()
    assert elasticsearch.versions() == before == true()


def test_nothing_answers_until_all_is_there_and_what_was_broken_off_goes_on(elasticsearch, monkeypatch):
    monkeypatch.setattr(following, "BATCH", 10)
    insert_profiles(10)
    seen = []

    def break_off(done):
        seen.append(elasticsearch.exists)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        feed(break_off)
    (begun,) = elasticsearch.generations.all()
    feed()
    assert seen == [False]
    assert elasticsearch.place == begun
    assert elasticsearch.versions() == true()


def test_a_rebuild_answers_from_the_old_index_until_it_is_done(elasticsearch):
    ProfileFactory()
    feed()
    before, seen = elasticsearch.place, []
    ProfileFactory()
    rebuild_elasticsearch(lambda done: seen.append((elasticsearch.place, len(elasticsearch.versions()))))
    assert seen == [(before, 2)]
    assert elasticsearch.place != before
    assert elasticsearch.generations.all() == [elasticsearch.place]
    assert elasticsearch.versions() == true()


def test_what_comes_late_undoes_no_deletion(elasticsearch):
    profile = ProfileFactory()
    rows = list(SearchDocument.objects.all().as_rows())
    feed()
    profile.delete()
    feed()
    elasticsearch.write(rows)
    assert elasticsearch.versions() == {}


def test_an_index_that_is_taken_away_is_made_anew(elasticsearch):
    ProfileFactory()
    feed()
    elasticsearch.remove()
    with pytest.raises(EngineAway):
        elasticsearch.versions()
    feed()
    assert elasticsearch.versions() == true()


def test_a_generation_that_is_taken_away_under_a_writer_is_not_made_by_it(elasticsearch):
    ProfileFactory()
    feed()
    held = elasticsearch.held()
    elasticsearch.remove()
    with pytest.raises(EngineAway):
        held.write(SearchDocument.objects.all().as_rows())
    assert elasticsearch.generations.all() == []


def test_an_index_of_another_database_is_made_anew(elasticsearch):
    ProfileFactory()
    feed()
    before = elasticsearch.place
    ContentVersion.objects.update(number=1)
    SearchDocument.objects.update(version=1)
    feed()
    assert elasticsearch.place != before
    assert elasticsearch.versions() == true()


def test_at_night_what_is_missing_or_too_much_is_mended(elasticsearch):
    profile, other = ProfileFactory(), ProfileFactory()
    feed()
    first, *_others = SearchDocument.objects.filter(object_id=str(profile.pk))
    elasticsearch.write([], {first.pk: first.version})
    SearchDocument.objects.filter(object_id=str(other.pk)).delete()
    assert mend() == 3
    assert elasticsearch.versions() == true()


def test_at_night_versions_of_another_history_are_left_behind(elasticsearch):
    ProfileFactory(), ProfileFactory()
    feed()
    first = SearchDocument.objects.order_by("pk").first()
    SearchDocument.objects.filter(pk=first.pk).update(version=first.version - 1)
    mend()
    assert elasticsearch.versions() == true()


def test_the_command_makes_this_index_too(elasticsearch, engine):
    ProfileFactory()
    out = StringIO()
    call_command("rebuild_search", stdout=out, verbosity=2)
    assert "2 documents brought to Elasticsearch" in out.getvalue()
    assert "2 of 2 documents in Elasticsearch …" in out.getvalue()
    assert elasticsearch.versions() == true()
    before = elasticsearch.place
    call_command("rebuild_search", if_needed=True, stdout=out)
    assert elasticsearch.place == before
