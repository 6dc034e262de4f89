"""An engine gets all that was written and deleted, in order, whatever happens to it meanwhile."""

import shutil

import pytest

from core.changes.transactions import one_change
from core.models import ContentVersion
from search import following
from search.engines.base import EngineAway, Request
from search.engines.embedded import EmbeddedEngine
from search.following import Following, reconcile
from search.models import SearchDocument
from search.rebuilding import belongs_here, rebuild
from tests.directory.factories import ProfileFactory, insert_profiles

pytestmark = pytest.mark.django_db


def true():
    return dict(SearchDocument.objects.values_list("pk", "version"))


@pytest.fixture
def profile():
    return ProfileFactory(name="Пекарна")


def test_it_brings_what_there_is_and_then_what_changes(engine, profile):
    follower = Following(engine)
    assert follower.catch_up() == 2
    assert engine.versions() == true()
    other = ProfileFactory()
    profile.save_revision().publish()
    other.unpublish()
    follower.catch_up()
    assert engine.versions() == true()
    assert len(true()) == 2


def test_what_is_brought_can_be_found(engine, profile):
    Following(engine).catch_up()
    found = engine.search(Request("bg", counted=("kind",), order="name"))
    assert found.counts == {"kind": {"profile": 1}}
    assert engine.suggest((("пек",),), "bg", 5) == tuple(number for number, _score in found.hits)


def test_nothing_new_costs_one_query(engine, profile, django_assert_num_queries):
    follower = Following(engine)
    follower.catch_up()
    with django_assert_num_queries(1):
        assert follower.step() == 0


def test_one_version_with_more_documents_than_a_batch_is_brought_whole(engine, monkeypatch):
    monkeypatch.setattr(following, "BATCH", 7)
    insert_profiles(25)
    Following(engine).step()
    # Another process takes over in the middle of a version.
    Following(EmbeddedEngine(engine.folder.path)).catch_up()
    assert engine.versions() == true()
    assert len(true()) == 50


def test_deletions_are_brought_to_whoever_was_away(engine, profile):
    Following(engine).catch_up()
    other = ProfileFactory()
    profile.delete()
    other.delete()
    Following(engine).catch_up()
    assert engine.versions() == true() == {}


def test_a_deleted_folder_is_filled_again(engine, profile):
    follower = Following(engine)
    follower.catch_up()
    shutil.rmtree(engine.folder.path)
    with pytest.raises(EngineAway):
        engine.versions()
    assert follower.catch_up() == 2
    assert engine.versions() == true()


def test_two_that_follow_at_once_do_no_harm(engine, profile):
    followers = [Following(engine), Following(EmbeddedEngine(engine.folder.path))]
    for count in range(3):
        ProfileFactory(name=f"Пекарна {count}")
        for follower in followers:
            follower.step()
    profile.delete()
    for follower in reversed(followers):
        follower.catch_up()
    assert engine.versions() == true()


def test_what_is_rolled_back_never_reaches_an_engine(engine, profile):
    follower = Following(engine)
    follower.catch_up()
    before = engine.versions()
    with pytest.raises(RuntimeError):
        _change_and_fail(profile)
    follower.catch_up()
    assert engine.versions() == before == true()


def test_a_rebuild_answers_from_the_old_index_until_it_is_done(engine, profile):
    Following(engine).catch_up()
    before = engine.folder.current
    seen = []
    ProfileFactory()
    rebuild(engine, lambda done: seen.append((done, engine.folder.current, len(engine.versions()))))
    assert seen == [(4, before, 2)]
    assert engine.folder.current != before
    assert engine.versions() == true()


def test_a_rebuild_that_was_broken_off_goes_on_where_it_was(engine, monkeypatch):
    monkeypatch.setattr(following, "BATCH", 10)
    for count in range(8):
        ProfileFactory(name=f"Пекарна {count}")

    def break_off(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(engine, break_off)
    assert not engine.exists
    ProfileFactory()
    # The last version that it got may be a part of one, so it is read once more.
    assert rebuild(engine) < 18
    assert engine.versions() == true()


def test_a_follower_notices_that_another_index_was_put_in_place(engine, profile):
    follower = Following(engine)
    follower.catch_up()
    beside = EmbeddedEngine(engine.folder.path, engine.folder.new_generation())
    beside.write([])
    engine.folder.put_in_place(beside.place)
    assert engine.versions() == {}
    follower.catch_up()
    assert engine.versions() == true()


def test_reconciling_mends_what_is_missing_wrong_or_too_much(engine, profile):
    ProfileFactory()
    Following(engine).catch_up()
    assert reconcile(engine) == 0
    first, second, third, _fourth = SearchDocument.objects.order_by("pk")
    engine.write([_with_version(first, 10**6), _with_version(second, 10**6)], deleted=[third.pk])
    SearchDocument.objects.filter(pk=second.pk).delete()
    assert reconcile(engine) == 3
    assert engine.versions() == true()


def test_an_index_of_another_database_does_not_belong_here(engine, profile):
    Following(engine).catch_up()
    assert belongs_here(engine)
    ContentVersion.objects.update(number=1)
    assert not belongs_here(engine)


def test_an_unreadable_index_does_not_belong_here(engine, profile):
    Following(engine).catch_up()
    (engine.folder.current / "meta.json").write_text("?")
    assert not belongs_here(EmbeddedEngine(engine.folder.path))


def _with_version(document, version):
    document.version = version
    return document.as_row()


def _change_and_fail(profile):
    with one_change():
        profile.name = "Никога"
        profile.save_revision().publish()
        ProfileFactory()
        raise RuntimeError
