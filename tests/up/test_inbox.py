"""The inbox of `make up` keeps what it accepts."""

import smtplib

import pytest

from tests.mailing.sink import Sink
from tests.up.inbox import Letters, letters_to


@pytest.fixture
def inbox(tmp_path):
    sink = Sink(accepted=Letters(tmp_path / "inbox")).start()
    yield sink
    sink.end()


def test_each_letter_is_a_file_that_its_recipient_is_known_by(inbox, tmp_path):
    with smtplib.SMTP("127.0.0.1", inbox.port) as client:
        for name in ("ana", "boris"):
            client.sendmail("club@example.org", f"{name}@example.org", f"Subject: For {name}\n\nДобър ден!\n".encode())
    (letter,) = letters_to(tmp_path / "inbox", "ana@example.org")
    assert letter["Subject"] == "For ana"
    assert len(list((tmp_path / "inbox" / "new").iterdir())) == 2
