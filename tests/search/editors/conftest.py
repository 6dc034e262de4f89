"""Editors at work in the search's part of the admin."""

import pytest

from tests.members.factories import UserFactory


@pytest.fixture
def log_in(client, home_bg):
    """`log_in("Editors")`: a client that somebody of this group has logged in with, who reads English by default."""

    def log_in(group, language="en"):
        client.force_login(UserFactory(group=group, language=language))
        return client

    return log_in


@pytest.fixture
def editor(log_in):
    return log_in("Editors")
