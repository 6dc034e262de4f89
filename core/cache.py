"""A small cache for what every page needs: site settings and navigation.

Everything in it is forgotten together as soon as something published or set changes, and after a minute at the latest
(the bound for other processes).
"""

from django.core.cache import cache

SECONDS = 60
_GENERATION = "site:generation"


def remember(name, build):
    """What `build()` returned when it was last asked under `name` in this generation."""
    generation = cache.get_or_set(_GENERATION, 1, timeout=None)
    return cache.get_or_set(f"site:{generation}:{name}", build, timeout=SECONDS)


def forget_everything(**_signal):
    """Start a new generation; usable as a signal receiver."""
    try:
        cache.incr(_GENERATION)
    except ValueError:
        cache.set(_GENERATION, 1, timeout=None)
