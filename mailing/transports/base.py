"""What carries messages, as the outbox sees it. tests/mailing/test_transports.py says what each one has to do."""

import enum
from abc import ABC, abstractmethod
from dataclasses import dataclass


class Outcome(enum.Enum):
    SENT = "sent"  # accepted: it is the relay's from now on
    UNSENT = "unsent"  # surely not accepted, and not the message's fault
    LATER = "later"  # refused for now
    REFUSED = "refused"  # refused for good
    UNCERTAIN = "uncertain"  # perhaps accepted: the answer got lost


@dataclass(frozen=True)
class Answer:
    """What became of one message. `reason` is for counting (short, of few kinds), `detail` what the server said."""

    outcome: Outcome
    reason: str = ""
    detail: str = ""
    no_such_address: bool = False


SENT = Answer(Outcome.SENT)
NOT_BEGUN = Answer(Outcome.UNSENT, "out of time")


@dataclass(frozen=True)
class Envelope:
    """A message on its way: whom to tell of failures, whom it is for, and its bytes with CRLF."""

    sender: str
    recipient: str
    content: bytes
    message_id: str


class TransportAway(Exception):
    """Nobody can be reached just now, or nobody lets us in; no message is to blame."""


class Transport(ABC):
    """Carries windows of messages, one after the other. Used by one thread."""

    # Whether bodies may have bytes above 127 (8BITMIME). Known once it is open.
    eight_bit = False

    @abstractmethod
    def open(self):
        """Be ready to carry. Raises TransportAway."""

    @abstractmethod
    def carry(self, envelopes, *, may_begin):
        """Carry these, in this order. Returns an Answer for each and raises nothing that has to do with the other side.

        `may_begin()` is asked before each message: once it says no, the rest comes back as UNSENT.
        """

    def close(self):  # noqa: B027 - not every transport holds something
        """Let go of connections. It may be opened again."""

    def arrived(self, message_ids):
        """Those of these Message-IDs that the other side is known to have accepted. Most can't be asked: none."""
        return set()
