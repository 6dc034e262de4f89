"""Everything that hangs on a change commits with it or not at all."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from core.changes.version import counter, forget_version

# Of the outermost `one_change` that is running here: whether content changed in it. None outside.
_changed = ContextVar("content_changed_in_this_change", default=None)


@contextmanager
def one_change():
    """Run a block in one transaction; where it changed content, count that last, so that its lock is held briefly."""
    if _changed.get() is not None:
        with transaction.atomic():
            yield
        return
    token = _changed.set(False)
    try:
        with transaction.atomic():
            yield
            if _changed.get():
                counter().count_up()
    finally:
        _changed.reset(token)
        forget_version()


def content_changed():
    """Say that what readers see is changing in the running transaction: the content version goes up with it.

    Signals do this for whatever is saved or deleted. Code that uses `update()`, `bulk_create()` or SQL does it itself.
    """
    if _changed.get() is None:
        counter().count_up()
        forget_version()
    else:
        _changed.set(True)


def is_changing():
    """Whether the running change has changed content already, under a version that isn't counted yet."""
    return bool(_changed.get())
