"""The tests' own PostgreSQL keeps what the fault tests count on."""

import os

import psycopg
import pytest

pytestmark = pytest.mark.services


def test_it_is_new_enough_and_as_durable_as_a_real_one():
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        assert connection.info.server_version >= 150000
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert connection.execute(f"SHOW {setting}").fetchone() == ("on",)
