"""With Redis away nothing is cached, and nothing breaks: not a page, not a login, not a form."""

import time

import pytest
from django.core.cache import cache

from core import forgiving_cache
from core.protection import count_post
from members.models import User

NOBODY_LISTENS = "redis://127.0.0.1:1/1"


@pytest.fixture(autouse=True)
def _away(settings):
    forgiving_cache._server.cache_clear()
    settings.CACHES = {
        "default": {"BACKEND": "core.forgiving_cache.ForgivingRedisCache", "LOCATION": NOBODY_LISTENS},
    }
    yield
    forgiving_cache._server.cache_clear()


def test_every_question_is_answered_as_if_nothing_were_there():
    cache.set("a", 1)
    cache.delete("a")
    cache.delete_many(["a", "b"])
    assert cache.get("a", "nothing") == "nothing"
    assert cache.get_many(["a"]) == {}
    assert cache.set_many({"a": 1}) == ["a"]
    assert cache.get_or_set("a", lambda: 2) == 2
    assert "a" not in cache
    assert [cache.add("a", 1), cache.touch("a"), cache.clear()] == [False, False, False]


def test_a_count_begins_anew_as_with_a_key_that_ran_out():
    with pytest.raises(ValueError, match="out of reach"):
        cache.incr("a")


def test_it_is_said_once_and_not_at_every_question(caplog):
    for _question in range(50):
        cache.get("a")
    assert ["The cache is away" in record.message for record in caplog.records] == [True]


def test_a_hundred_questions_cost_no_noticeable_time():
    began = time.perf_counter()
    for _question in range(100):
        cache.get("a")
    assert time.perf_counter() - began < 0.5


def test_pages_are_there(client, site):
    assert client.get("/bg/").status_code == 200
    assert client.get("/en/").status_code == 200


def test_editors_log_in(client, db):
    User.objects.create_superuser("person@example.org", "secret", name="Person")
    answer = client.post("/admin/login/", {"username": "person@example.org", "password": "secret"})
    assert answer.status_code == 302
    assert client.get("/admin/").status_code == 200


def test_forms_of_readers_are_taken_without_a_limit(rf):
    request = rf.post("/bg/contact/")
    for _post in range(30):
        count_post(request, purpose="contact")
