"""The content version as readers' requests see it."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps

_UNREAD = object()
# Within `reading_once`: the version that was read, or _UNREAD. None outside, where it is read anew each time.
_seen = ContextVar("content_version", default=None)


def content_version():
    """A short text that differs whenever any content does. What is read from now on is at least as new."""
    seen = _seen.get()
    if seen is None:
        return _read()
    if seen is _UNREAD:
        seen = _read()
        _seen.set(seen)
    return seen


@contextmanager
def reading_once():
    """Within the block the database is asked for the version once, and again after a change made here."""
    token = _seen.set(_UNREAD)
    try:
        yield
    finally:
        _seen.reset(token)


def forget_version():
    """Read it anew: something was changed here."""
    if _seen.get() is not None:
        _seen.set(_UNREAD)


def counter():
    """The manager of the row that counts. Looked up late: the models themselves use what is kept under its version."""
    return apps.get_model("core", "ContentVersion").objects


def _read():
    return "{}-{}".format(*counter().now())
