"""What readers search for is counted by day, and nothing is kept that only a few ask."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.counting import Notebook
from core.jobs import periodic
from core.models import ContentVersion
from search import counting, recording
from search.models import QueryCount
from search.recording import forget_old_counts, record

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _empty_notebook(monkeypatch):
    monkeypatch.setattr(counting, "notebook", Notebook(record, most=500))


def ask(client, query="занаят", view="", agent=FIREFOX, headers=(), **asked):
    return client.get(f"/bg/search/{view}", {"q": query, **asked}, headers={"User-Agent": agent, **dict(headers)})


def written_down():
    counting.notebook.write_down()
    return QueryCount.objects.all()


def asked_on(*days, text="хляб", language="bg", asked=1, failed=0):
    for number in days:
        record({(MONDAY + timedelta(number), language, text): Counter(asked=asked, failed=failed)})


@pytest.mark.usefixtures("village")
def test_a_search_is_counted_once_a_minute_and_by_what_it_found(client):
    for query in ("занаят", "Занаят ", "занаят мотокар", "ксилофон"):
        ask(client, query, exactly="no")
    assert not QueryCount.objects.exists()
    counts = written_down().order_by("-asked", "-failed")
    today = timezone.localdate()
    assert list(counts.values_list("day", "language", "asked", "failed", "weak")) == [
        (today, "bg", 2, 0, 0),
        (today, "bg", 1, 1, 0),
        (today, "bg", 1, 0, 1),
    ]
    ask(client)
    assert written_down().get(asked=3).failed == 0


@pytest.mark.usefixtures("village")
def test_a_search_itself_writes_nothing_and_leaves_the_content_version(client):
    ask(client)
    version = ContentVersion.objects.number()
    with CaptureQueriesContext(connection) as captured:
        ask(client)
    assert not [query["sql"] for query in captured if not query["sql"].startswith("SELECT")]
    assert written_down().exists()
    assert ContentVersion.objects.number() == version


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize(
    "asked",
    [
        {"agent": ""},
        {"agent": GOOGLEBOT},
        {"agent": "curl/8.5"},
        {"headers": {"Sec-Purpose": "prefetch"}},
        {"view": "results.json"},
        {"view": "results.rss"},
        {"kind": "profile"},
        {"exactly": "yes"},
        {"query": "ivan@example.org"},
        {"query": "тел. 0888 123 456"},
        {"query": "", "kind": "profile"},
    ],
    ids=str,
)
def test_what_is_no_readers_own_search_or_is_personal_is_not_counted(client, asked):
    ask(client, **asked)
    assert not written_down().exists()


@pytest.mark.usefixtures("village")
def test_further_pages_are_not_counted_again(client):
    client.head("/bg/search/?q=занаят", headers={"User-Agent": FIREFOX})
    ask(client, page=2)
    assert not written_down().exists()


def test_a_text_is_kept_from_its_third_day_on_and_for_the_days_before():
    asked_on(0, 0, 0, 1)
    assert not QueryCount.objects.named().exists()
    assert "хляб" not in str(list(QueryCount.objects.values()))
    asked_on(5)
    assert list(QueryCount.objects.named().order_by("day").values_list("text", "asked")) == [
        ("хляб", 3),
        ("хляб", 1),
        ("хляб", 1),
    ]
    asked_on(6)
    assert QueryCount.objects.named().count() == 4


def test_each_language_has_days_of_its_own():
    asked_on(0, 1)
    asked_on(2, language="en")
    assert not QueryCount.objects.named().exists()


def test_a_fingerprint_depends_on_the_key_and_former_keys_are_still_known(settings):
    asked_on(0)
    first = QueryCount.objects.get().fingerprint
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    asked_on(0)
    assert QueryCount.objects.get().asked == 2
    asked_on(1, 2)
    assert QueryCount.objects.named().count() == 3
    assert QueryCount.objects.exclude(fingerprint=first).count() == 2


def test_without_the_former_key_the_days_begin_anew(settings):
    asked_on(0, 1)
    settings.SECRET_KEY = "another"
    asked_on(2)
    assert not QueryCount.objects.named().exists()


def test_no_more_new_queries_are_noted_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(recording, "MOST_A_DAY", 2)
    for text in ("едно", "две", "три"):
        asked_on(0, text=text)
    asked_on(0, text="едно")
    assert sorted(QueryCount.objects.values_list("asked", flat=True)) == [1, 2]
    noted = Notebook(record, most=2)
    for text in ("едно", "две", "три", "едно"):
        noted.note((MONDAY + timedelta(1), "bg", text), asked=1)
    noted.write_down()
    assert sorted(QueryCount.objects.filter(day=MONDAY + timedelta(1)).values_list("asked", flat=True)) == [1, 2]


def test_what_the_database_does_not_take_stays_noted():
    noted = counting.notebook
    noted.note((MONDAY, "bg", "хляб"), failed=1)
    with connection.execute_wrapper(_broken), pytest.raises(DatabaseError):
        noted.write_down()
    assert written_down().get().failed == 1


def test_old_counts_are_forgotten(settings):
    settings.SEARCH_COUNTS_DAYS = 10
    today = timezone.localdate()
    for ago in (0, 10, 11, 300):
        record({(today - timedelta(ago), "bg", "хляб"): Counter(asked=1)})
    assert forget_old_counts() == 2
    assert "search.forget_counts" in periodic.registered()


def _broken(execute, sql, params, many, context):
    raise DatabaseError("The disk is full.")
