"""Changes that come at the same moment leave documents that are true. On PostgreSQL, where they really do."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from core.changes.transactions import one_change
from search.analysis import document_streams
from search.engines.embedded import EmbeddedEngine
from search.following import Following
from search.models import SearchDocument
from tests.directory.factories import ProfileFactory, town

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
PATIENCE = 30


@pytest.fixture
def beside():
    """`beside(function)` runs it in a thread with a connection of its own and gives its future."""
    with ThreadPoolExecutor(8) as pool:
        yield lambda function, *args: pool.submit(_with_connection, function, args)


def _with_connection(function, args):
    try:
        return function(*args)
    finally:
        connection.close()


def test_a_slow_change_says_what_a_quicker_one_changed_meanwhile(beside, tmp_path):
    place = town("plovdiv")
    profile = ProfileFactory(name="Пекарна", place=place)
    following = Following(EmbeddedEngine(tmp_path))
    following.catch_up()
    saved, renamed = threading.Event(), threading.Event()

    def change_slowly():
        with one_change():
            profile.name = "Фурна"
            profile.save_revision().publish()
            saved.set()
            assert renamed.wait(PATIENCE)

    slow = beside(change_slowly)
    assert saved.wait(PATIENCE)
    place.labels = {"bg": "Филибе"}
    place.save()
    following.catch_up()
    renamed.set()
    slow.result(PATIENCE)

    document = SearchDocument.objects.get(object_id=str(profile.pk), site_language="bg")
    (renamed_key,) = document_streams(language="bg", title="Филибе")["title"]
    assert document.title == "Фурна"
    assert renamed_key in document.streams["labels"].split()
    following.catch_up()
    assert following.engine.versions() == dict(SearchDocument.objects.values_list("pk", "version"))


def test_who_follows_while_many_publish_misses_nothing(beside, tmp_path):
    profiles = [ProfileFactory(live=False) for _time in range(24)]
    following = Following(EmbeddedEngine(tmp_path))
    publishing = [beside(lambda profile: profile.latest_revision.publish(), profile) for profile in profiles]
    while not all(future.done() for future in publishing):
        following.step()
    for future in publishing:
        future.result()
    following.catch_up()
    assert following.engine.versions() == dict(SearchDocument.objects.values_list("pk", "version"))
    assert len(following.engine.versions()) == 48
