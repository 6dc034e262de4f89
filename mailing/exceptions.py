"""What the outbox raises."""


class MailingError(Exception):
    """Something about a mailing that people can be told; views turn it into words."""


class NotAllowedNow(MailingError):
    """The mailing is in a state that this can't be done in, perhaps since a moment ago."""


class BodyRefused(MailingError):
    """A body that can't be sent as it is: a missing language, an unknown slot, no text."""
