"""The mail server of `make up`: keeps what it gets in a Maildir and sends nothing on."""

import mailbox
import sys
import threading
from email import message_from_bytes, policy

from tests.mailing.sink import Sink


class Letters:
    """Accepted messages as files of a Maildir."""

    def __init__(self, folder):
        self._maildir = mailbox.Maildir(folder)

    def append(self, accepted):
        self._maildir.add(b"Delivered-To: %s\n%s" % (accepted.recipient.encode(), accepted.content))


def letters_to(folder, address):
    """What came for the address, in no order."""
    every = (message_from_bytes(path.read_bytes(), policy=policy.default) for path in (folder / "new").iterdir())
    return [letter for letter in every if letter["Delivered-To"] == address]


def main(port, folder):
    Sink(accepted=Letters(folder)).start(port)
    # Until somebody ends the process.
    threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
