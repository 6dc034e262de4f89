"""Functions that can be woken: called soon by whoever works, perhaps twice, perhaps never.

For work whose truth is in tables of its own. Such a function looks there for what is to be done, and a periodic job
wakes it again; so nothing is recorded about a wake.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from core.jobs.runners import get_runner
from core.logs import request_id

logger = logging.getLogger(__name__)

# Wakes that nobody took for so long are worth nothing: the next ones are there.
SECONDS_TO_LIVE = 60


@dataclass(frozen=True)
class Wakeable:
    function: Callable
    queue: str


_registered: dict[str, Wakeable] = {}


def register(name, function, *, queue="default"):
    """Let `function` be woken as `name`, in the queue `queue`. Called in `AppConfig.ready()`."""
    _registered[name] = Wakeable(function, queue)


def queues():
    """The queues that somebody has to read."""
    return {wakeable.queue for wakeable in _registered.values()}


def wake(name, *, times=1):
    """Let up to `times` workers call what `name` stands for. Raises nothing and doesn't wait."""
    get_runner().wake(name, queue=_registered[name].queue, times=times)


def answer(name):
    """Call what `name` stands for, here and now. What it raises is logged: the next wake tries again."""
    token = request_id.set(f"wake-{name}")
    try:
        _registered[name].function()
    except Exception:
        logger.exception("What was woken as %s failed.", name)
    finally:
        request_id.reset(token)
