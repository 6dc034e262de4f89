"""PostgreSQL is broken off in the middle of sending, four times: none lost, none twice, and everybody comes back."""

import os
from urllib.parse import urlsplit

import pytest
from django.db import connection

from mailing import selectors, services
from mailing.models import Delivery, Mailing
from mailing.sweeper import sweep
from tests.faults import system
from tests.faults.books import judge, nothing_is_open, settle, until
from tests.mailing.factories import make_mailing, people, register_audience
from tests.services import postgres

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
RESTARTS, WORKERS, WINDOW = 4, 3, 8


@pytest.fixture(scope="module")
def own_server():
    """A server that no other test is on."""
    with postgres.server() as server:
        yield server


@pytest.fixture
def server(transactional_db, own_server, monkeypatch):
    """The same with the tables of the test's database, empty; this process asks it instead."""
    shared = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    tables = own_server.run("pg_dump", "--schema-only", "--no-owner", shared)
    connection.close()
    usual = dict(connection.settings_dict)
    connection.settings_dict |= {"PORT": urlsplit(own_server.url).port, "NAME": "club"}
    monkeypatch.setenv("DATABASE_URL", own_server.url)
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
        cursor.execute("\n".join(line for line in tables.splitlines() if not line.startswith("\\")))
    # What the dump has set holds for its connection.
    connection.close()
    yield own_server
    connection.close()
    connection.settings_dict |= usual


def restart(server):
    server.restart_immediately()
    connection.close()


def test_a_mailing_survives_four_restarts_in_the_middle_of_sending(server, workers, sink):
    """Fault 9."""
    number = 400
    register_audience(people(number))
    services.schedule_mailing(make_mailing())
    workers(recipients=number, number=WORKERS)
    for place in range(RESTARTS):
        until(lambda place=place: len(sink.accepted) > place * number // (RESTARTS + 1))
        restart(server)
    until(nothing_is_open, lambda: f"Still open: {selectors.account(Mailing.objects.get()).counts}")
    verdict = judge(sink)
    print(f"PostgreSQL restarted immediately x {RESTARTS}: audience {number}, {verdict}")  # noqa: T201 - the record
    assert (verdict.lost, verdict.twice) == (0, 0)
    assert verdict.uncertain <= RESTARTS * WORKERS * WINDOW
    settle(sink)
    until(lambda: Mailing.objects.get().state == Mailing.State.DONE)
    assert sorted(sink.recipients) == sorted(f"reader{place}@example.org" for place in range(number))


def test_a_celery_worker_comes_back_by_itself(server, session_redis, settings, sink, tmp_path):
    with (
        system.broker(session_redis, settings, tmp_path) as broker,
        system.worker(broker, sink, tmp_path) as worker,
    ):
        system.queue(*range(5))
        until(lambda: len(sink.accepted) == 5, lambda: worker.output)
        until(nothing_is_open, lambda: worker.output)
        for place in range(1, 3):
            restart(server)
            system.queue(*range(5 * place, 5 * place + 5))
            sweep()
            until(nothing_is_open, lambda: worker.output)
    assert sorted(sink.recipients) == sorted(f"reader{place}@example.org" for place in range(15))
    assert not Delivery.objects.exclude(state=Delivery.State.SENT).exists()
