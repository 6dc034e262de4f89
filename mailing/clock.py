"""A clock for deadlines of this process. What is due is decided by the database's clock alone."""

import time

# It goes on while the machine sleeps or the process is stopped, as the database's clock does.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def now():
    """Seconds by a clock that nobody sets and nothing stops."""
    return time.clock_gettime(_CLOCK)
