import pytest

from mailing.transports import memory


@pytest.fixture(autouse=True)
def _empty_outbox(settings, tmp_path):
    settings.MAILING = settings.MAILING | {"memory": tmp_path / "mail"}
    memory.outbox.clear()


@pytest.fixture
def outbox():
    """What the memory transport was given."""
    return memory.outbox
