import os

import pytest
from django.db import connection

from tests.faults.workers import Workers
from tests.mailing.sink import Sink


@pytest.fixture
def sink(settings):
    sink = Sink().start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    yield sink
    sink.end()


@pytest.fixture
def workers(sink, tmp_path):
    """`workers(recipients=500, number=3, **options)` starts that many on the test's database."""
    started = []

    def start(**options):
        database = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
        started.append(Workers(database=database, port=sink.port, folder=tmp_path / "mail", **options))
        return started[-1]

    yield start
    for each in started:
        each.end()
