"""`manage.py rebuild_search`, the nightly repair and the checks of search."""

from io import StringIO

import pytest
from django.core.management import call_command

from core.jobs import periodic
from search.analysis import ANALYSIS_VERSION
from search.models import SearchDocument, Tombstone
from search.repairing import repair_documents
from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.directory.factories import ProfileFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def content(home_bg, site):
    index = BlogIndexPageFactory(parent=home_bg)
    BlogPageFactory(parent=index)
    return ProfileFactory()


def run(**options):
    out = StringIO()
    call_command("rebuild_search", stdout=out, **options)
    return out.getvalue()


def keys():
    return set(SearchDocument.objects.values_list("kind", "object_id", "site_language"))


def check():
    out = StringIO()
    call_command("check", tags=["search"], stderr=out, stdout=out, fail_level="CRITICAL")
    return out.getvalue()


def test_it_makes_documents_and_index_out_of_nothing(engine, content):
    before = keys()
    SearchDocument.objects.all().delete()
    said = run()
    assert keys() == before
    assert set(engine.versions()) == set(SearchDocument.objects.values_list("pk", flat=True))
    assert f"{len(before)} documents in the index" in said


def test_all_documents_are_written_anew_on_demand(engine, content):
    SearchDocument.objects.update(title="?")
    run(all=True)
    assert not SearchDocument.objects.filter(title="?").exists()


def test_a_sound_index_is_left_where_it_is_if_so_wanted(engine, content):
    run()
    before = engine.folder.current
    ProfileFactory()
    run(if_needed=True)
    assert engine.folder.current == before
    assert len(engine.versions()) == SearchDocument.objects.count()
    run()
    assert engine.folder.current != before


def test_repair_writes_what_is_stale_missing_or_too_much(content):
    right = keys()
    assert repair_documents() == 0
    stale, missing, *_others = SearchDocument.objects.order_by("pk")
    SearchDocument.objects.filter(pk=stale.pk).update(analysis_version=ANALYSIS_VERSION + 1)
    SearchDocument.objects.filter(pk=missing.pk).delete()
    stray = SearchDocument.objects.last()
    for strange in ({"site_language": "xx"}, {"kind": "gone"}, {"object_id": "4711"}):
        for name, value in strange.items():
            setattr(stray, name, value)
        stray.pk = None
        stray.save()
    repair_documents()
    assert keys() == right
    assert not SearchDocument.objects.analysed_otherwise(ANALYSIS_VERSION).exists()
    assert Tombstone.objects.count() == 3


def test_the_nightly_repair_is_registered():
    assert "search.repair" in periodic.registered()


def test_the_checks_find_nothing_where_all_is_well(engine, content):
    assert "no issues" in check()


def test_documents_of_another_analysis_are_named(engine, content):
    SearchDocument.objects.update(analysis_version=ANALYSIS_VERSION + 1)
    assert "search.W001" in check()


def test_a_folder_that_cannot_be_written_is_named(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.SEARCH_INDEX_DIR = tmp_path / "file" / "index"
    assert "search.E001" in check()
