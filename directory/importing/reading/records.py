"""One entry of a file, whatever the file's format."""

import math
import re
from dataclasses import dataclass, field

from directory.importing.reasons import Problem

# What no text can hold: NUL, which databases refuse, and halves of surrogate pairs, which aren't characters.
_IMPOSSIBLE = re.compile("[\0\ud800-\udfff]")

LIMIT = 1024 * 1024  # bytes or characters of one entry
MOST_COLUMNS = 2000


@dataclass
class Record:
    """`values` has the texts by column; `position` is (latitude, longitude); a `fault` refuses the whole row."""

    line: int
    values: dict
    position: tuple | None = None
    fault: Problem | None = None
    problems: list = field(default_factory=list)


def plain(text):
    """`text` without what no text can hold."""
    return _IMPOSSIBLE.sub("", text)


def position_of(latitude, longitude):
    """((latitude, longitude) or None, fault or None) for two numbers, or texts that say numbers."""
    said = f"{latitude}, {longitude}"[:80]
    try:
        numbers = float(latitude), float(longitude)
    except (TypeError, ValueError, OverflowError):
        return None, Problem("position", said, "not_position")
    if not all(map(math.isfinite, numbers)):
        return None, Problem("position", said, "not_position")
    if not (-90 <= numbers[0] <= 90 and -180 <= numbers[1] <= 180):
        return None, Problem("position", said, "off_earth")
    return numbers, None
