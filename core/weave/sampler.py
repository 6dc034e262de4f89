"""A cloth with all eight hues, for the club as a whole."""

from core.weave.hues import HUES
from core.weave.motif import motif

GAP = 1
_MIDDLE = 4


def sampler(slug, n=11):
    """A grid of three by three motifs: one of each hue, and in the middle one still to come, with its first red stitch.

    Main threads are numbers, the places of their hues in `HUES`; "n" are the stitches to come.
    """
    around = [_in_hue(motif(slug, hue, n), place) for place, hue in enumerate(HUES)]
    patches = [*around[:_MIDDLE], _to_come(motif(slug, "", n)), *around[_MIDDLE:]]
    gap = "." * GAP
    rows = []
    for start in range(0, len(patches), 3):
        if rows:
            rows += GAP * ["." * len(rows[0])]
        rows += [gap.join(parts) for parts in zip(*patches[start : start + 3], strict=True)]
    return tuple(rows)


def _in_hue(grid, place):
    return [row.replace("a", str(place)).replace("r", "b") for row in grid]


def _to_come(grid):
    return [row.replace("a", "n").replace("b", "n") for row in grid]
