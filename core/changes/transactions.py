"""Everything that hangs on a change commits with it or not at all."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction

from core.changes.version import counter, forget_version


@dataclass
class _Change:
    """Whether content changed so far, and what is to be called at the end: {function: its items}."""

    content: bool = False
    pending: dict = field(default_factory=dict)


# The outermost `one_change` that is running here. None outside.
_running = ContextVar("running_change", default=None)


@contextmanager
def one_change():
    """Run a block in one transaction; where it changed content, count that last, so that its lock is held briefly."""
    if _running.get() is not None:
        with transaction.atomic():
            yield
        return
    change = _Change()
    token = _running.set(change)
    try:
        with transaction.atomic():
            yield
            _finish(change)
    finally:
        _running.reset(token)
        forget_version()


def content_changed():
    """Say that what readers see is changing in the running transaction: the content version goes up with it.

    Signals do this for whatever is saved or deleted. Code that uses `update()`, `bulk_create()` or SQL does it itself.
    """
    change = _running.get()
    if change is None:
        counter().count_up()
        forget_version()
    else:
        change.content = True


def at_the_end(function, items):
    """Call `function(number, items)` at the end of the running change, once with the items of all who asked for it.

    `number` is the content version that the change has: it is counted first. As its row is locked from then until the
    commit, these functions run one change after the other, and each sees what all changes with a smaller number did.
    So what they derive from the database and mark with `number` is never older than what has a smaller one. They may
    ask for more. Outside of a change, one is made for this.
    """
    if _running.get() is None:
        with one_change():
            at_the_end(function, items)
        return
    change = _running.get()
    change.content = True
    change.pending.setdefault(function, {}).update(dict.fromkeys(items))


def is_changing():
    """Whether the running change has changed content already, under a version that isn't committed yet."""
    change = _running.get()
    return change is not None and change.content


def _finish(change):
    if not change.content:
        return
    counter().count_up()
    if not change.pending:
        return
    number = counter().number()
    while change.pending:
        function = next(iter(change.pending))
        function(number, list(change.pending.pop(function)))
