import pytest

from tests.faults.system import database_url
from tests.faults.workers import Workers


@pytest.fixture
def workers(sink, tmp_path):
    """`workers(recipients=500, number=3, **options)` starts that many on the test's database."""
    started = []

    def start(**options):
        started.append(Workers(database=database_url(), port=sink.port, folder=tmp_path / "mail", **options))
        return started[-1]

    yield start
    for each in started:
        each.end()
