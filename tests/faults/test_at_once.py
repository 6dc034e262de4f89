"""The same thing at the same moment, many times: it happens once. On PostgreSQL, where moments really are the same."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from mailing import services
from mailing.exceptions import NotAllowedNow
from mailing.models import Delivery, Mailing
from mailing.transports.current import close_transport
from mailing.work import work
from tests.mailing.factories import BODIES, make_mailing, people, register_audience

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
NUMBER = 200


def at_once(function, times):
    barrier = threading.Barrier(times)

    def call(_number):
        try:
            barrier.wait()
            return function()
        finally:
            close_transport()
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(call, range(times)))


@pytest.fixture
def smtp(sink, settings, tmp_path):
    transport = {"transport": "mailing.transports.smtp.SmtpTransport", "memory": tmp_path / "mail"}
    settings.MAILING = settings.MAILING | transport


def test_ten_workers_that_get_the_same_task_send_each_message_once(sink, smtp):
    """Fault 11."""
    register_audience(people(NUMBER))
    services.schedule_mailing(make_mailing())
    at_once(work, 10)
    work()
    assert sorted(sink.recipients) == sorted(f"reader{number}@example.org" for number in range(NUMBER))
    assert Mailing.objects.get().state == Mailing.State.DONE


def test_twenty_clicks_at_the_same_moment_make_one_mailing(smtp):
    """Fault 15."""
    register_audience(people(3))

    def click():
        mailing = services.create_mailing(
            kind="test", key="issue 1", title="Новини", sender="club@example.org", default_language="bg"
        )[0]
        try:
            services.freeze_bodies(mailing, BODIES)
            services.schedule_mailing(mailing)
        except NotAllowedNow:
            return False
        return True

    assert sum(at_once(click, 20)) == 1
    work()
    assert (Mailing.objects.count(), Delivery.objects.count()) == (1, 3)
