"""A small cache in each process for what many pages need: site, settings, navigation, counts, cards of lists.

What is in it holds for one content version, so it is right on the next request after any change, in every process.
"""

import logging

from django.db import InterfaceError, OperationalError

from core.changes.transactions import is_changing
from core.changes.version import content_version

logger = logging.getLogger(__name__)

MOST = 1000

_remembered = {}


def remember(name, build):
    """What `build()` returned when it was last asked under `name` in this content version; callers don't change it.

    While the database is away: what it returned last. Within a change that isn't counted yet: built anew and not kept.
    """
    if is_changing():
        return build()
    known = _remembered.get(name)
    try:
        # Before anything is built: that may then be newer than its version, never older.
        version = content_version()
    except (OperationalError, InterfaceError):
        if known is None:
            raise
        logger.warning("The database is away: %s is as it was last", name)
        return known[1]
    if known is None or known[0] != version:
        known = _remembered[name] = (version, build())
    return known[1]


def remember_each(name, keys, build):
    """What is known under `name` for each of `keys` in this content version, as a dictionary.

    `build(missing)` returns that of the keys not known yet; a key that it leaves out is left out here, too. Beyond
    MOST all are forgotten.
    """
    known = remember(name, dict)
    found = {key: value for key in keys if (value := known.get(key)) is not None}
    if missing := [key for key in keys if key not in found]:
        built = build(missing)
        if len(known) + len(built) > MOST:
            known.clear()
        known.update(built)
        found |= built
    return found
