"""Whom mailings go to, and who may still be mailed: the apps above say so, one `Audience` for each kind of mailing."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

_registered = {}


@dataclass(frozen=True)
class Recipient:
    """Somebody in an audience, as they are when it is frozen."""

    address: str
    # What the audience knows them by; it comes back in `refusals` and `words`. At most 64 characters.
    reference: str
    language: str
    # Their own words for the slots of the body that hold from now on. Text, never markup.
    slots: dict = field(default_factory=dict)
    # Why they are on the record but get nothing this time; at most 60 characters.
    skip: str = ""


class Audience(ABC):
    """The recipients of one kind of mailing. Its methods may be called in any process, several times, and resume."""

    @abstractmethod
    def recipients(self, mailing, after):
        """Yield pairs (cursor, Recipient) in the order of their cursors, from behind the cursor `after` ("" begins).

        A cursor is a text of up to 120 characters that a call with it as `after` goes on from; mostly a primary key.
        The generator may be dropped at any moment: what was taken from it and committed is not asked for again.
        """

    @abstractmethod
    def refusals(self, mailing, references):
        """Of these references, those that may not be mailed any more, as {reference: reason of up to 60 characters}.

        Asked inside the transaction that puts a window of messages on their way, for up to 32 of them at once. Who
        was erased, and whom nobody knows any more, belongs in it.
        """

    def words(self, mailing, deliveries):
        """What each message says apart from its frozen slots, as {delivery.pk: {slot: text}}: links that nobody keeps.

        The slots `unsubscribe_url` and `unsubscribe_post_url` also become the header List-Unsubscribe (RFC 8058).
        """
        return {}

    def unsubscribe(self, mailing, reference):  # noqa: B027 - not every audience can be left
        """Called when the recipient of this reference asks by mail, to an address that only they know, for no more."""

    def started(self, mailing):  # noqa: B027 - most have nothing to do then
        """Called once, in the transaction in which sending begins (its audience is frozen)."""

    def finished(self, mailing):  # noqa: B027 - most have nothing to do then
        """Called once, in the transaction in which a mailing is done or cancelled."""


def register(kind, audience):
    """Let mailings of this `kind` go to `audience`, an `Audience`. Called in `AppConfig.ready()`."""
    _registered[kind] = audience


def audience_of(mailing):
    """The audience that was registered for the kind of this mailing; KeyError where its app is gone."""
    return _registered[mailing.kind]
