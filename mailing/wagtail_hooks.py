"""What the outbox adds to the admin."""

from mailing.admin import hooks  # noqa: F401 - registers itself
