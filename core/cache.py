"""A small cache for what every page needs: site settings and navigation.

Everything in it is forgotten together as soon as something published or set changes, and after a minute at the latest
(the bound for other processes).
"""

from django.core.cache import cache
from django.db import transaction

SECONDS = 60
_GENERATION = "site:generation"


def remember(name, build):
    """What `build()` returned when it was last asked under `name` in this generation."""
    generation = cache.get_or_set(_GENERATION, 1, timeout=None)
    return cache.get_or_set(f"site:{generation}:{name}", build, timeout=SECONDS)


def forget_everything(**_signal):
    """Start a new generation, now and when the running transaction ends; usable as a signal receiver.

    Twice, because a request beside this transaction may read what was before it and remember that.
    """
    _start_generation()
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(_start_generation)


def _start_generation():
    try:
        cache.incr(_GENERATION)
    except ValueError:
        cache.set(_GENERATION, 1, timeout=None)
