"""Whatever happens to Elasticsearch, readers get an answer and editors publish, and nothing stale is shown."""

import pytest
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.breaker import Breaker
from core.models import Job
from search.engines.base import Request
from search.engines.current import answering_engine, embedded_engine
from search.engines.failover import Hurried
from search.feeding import feed, feed_if_there
from search.following import Following
from search.models import SearchDocument
from search.terms import Group, Query, Word
from tests.directory.factories import ProfileFactory
from tests.search.asking import found, page
from tests.services.proxy import FAULTS

pytestmark = [pytest.mark.services, pytest.mark.django_db]


@pytest.fixture
def patient(monkeypatch):
    """Machines for tests are busy: what should be answered well has more time than readers have."""
    hurried = Hurried.__init__
    monkeypatch.setattr(Hurried, "__init__", lambda self, engine, seconds: hurried(self, engine, 20))


def titles(client, query="пекарна"):
    return sorted(strip_tags(hit["title_html"]) for hit in found(client, query)["hits"])


@pytest.fixture
def bakery(engine, elasticsearch, site):
    """A profile that both engines have."""
    profile = ProfileFactory(name="Пекарна Север")
    feed()
    Following(embedded_engine()).catch_up()
    return profile


def asked_again_at_once(guard):
    guard.breaker = Breaker(seconds=0)


def test_elasticsearch_answers_where_the_site_has_one(elasticsearch, engine, site, client, patient):
    ProfileFactory(name="Пекарна")
    feed()
    assert not engine.exists
    assert titles(client) == ["Пекарна"]
    assert "Пекарна" in page(client, "пекарна")
    assert found(client, "", kind="profile")["facets"]["kind"][0]["count"] == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_readers_are_answered_from_this_node_while_the_server_fails(fault, bakery, proxy, guard, client):
    proxy.behave(fault)
    assert titles(client) == ["Пекарна Север"]
    assert not guard.breaker.closed()
    seen = proxy.seen
    assert titles(client) == ["Пекарна Север"]
    assert proxy.seen == seen


@pytest.mark.parametrize("fault", FAULTS)
def test_it_answers_again_by_itself_when_it_is_back(fault, bakery, proxy, guard, engine, client, patient, monkeypatch):
    monkeypatch.setattr("tests.services.proxy.TRICKLE", 0)
    asked_again_at_once(guard)
    proxy.behave("error" if fault == "hang" else fault)
    assert titles(client) == ["Пекарна Север"]
    proxy.behave()
    engine.write([], SearchDocument.objects.values_list("pk", flat=True))
    assert titles(client) == ["Пекарна Север"]


def test_publishing_asks_the_server_nothing(bakery, proxy):
    seen = proxy.seen
    bakery.save_revision().publish()
    assert proxy.seen == seen
    assert Job.objects.filter(task__startswith="search.feeding_task").count() == 1


def test_what_was_changed_meanwhile_is_never_shown_as_it_was(bakery, proxy, guard, client, patient):
    asked_again_at_once(guard)
    proxy.behave("error")
    assert titles(client) == ["Пекарна Север"]
    bakery.name = "Пекарна Юг"
    bakery.save_revision().publish()
    ProfileFactory(name="Пекарна Изток")
    feed_if_there()
    Following(embedded_engine()).catch_up()
    proxy.behave()
    # It is back and has nothing of that yet: it isn't asked.
    assert titles(client) == ["Пекарна Изток", "Пекарна Юг"]
    feed_if_there()
    guard._readiness.doubt()
    embedded_engine().write([], SearchDocument.objects.values_list("pk", flat=True))
    assert titles(client) == ["Пекарна Изток", "Пекарна Юг"]


def test_what_is_gone_is_gone_at_once_and_then_from_every_engine(bakery, elasticsearch, client, patient):
    assert titles(client) == ["Пекарна Север"]
    bakery.unpublish()
    assert titles(client) == []
    feed()
    Following(embedded_engine()).catch_up()
    left = dict(SearchDocument.objects.exclude(kind="profile").values_list("pk", "version"))
    assert elasticsearch.versions() == embedded_engine().versions() == left


def test_an_index_that_is_behind_from_the_start_is_not_asked(bakery, elasticsearch, client, patient):
    ProfileFactory(name="Пекарна Изток")
    Following(embedded_engine()).catch_up()
    assert titles(client) == ["Пекарна Изток", "Пекарна Север"]


def test_a_server_without_an_index_is_not_asked(engine, elasticsearch, site, client, patient):
    ProfileFactory(name="Пекарна")
    Following(engine).catch_up()
    beside = elasticsearch.begin()
    beside.write(SearchDocument.objects.all()[:1].as_rows())
    assert titles(client) == ["Пекарна"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
# Addresses with a NUL are refused everywhere on the site.
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200))
def test_elasticsearch_answers_whatever_is_typed(text, bakery, guard, client, patient):
    assert client.get("/bg/search/", {"q": text}).status_code == 200
    assert guard.breaker.closed()


def test_a_question_that_the_server_refuses_says_nothing_against_it(bakery, guard, patient):
    many = Query((Group(((Word("", tuple(f"key{number}" for number in range(10_000))),),)),))
    assert answering_engine().search(Request("bg", many)).total == 0
    assert guard.breaker.closed()
