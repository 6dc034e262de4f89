"""Cloths whose stitches are counted: each stands for one thing, or for as many as there is no room for otherwise.

Counts are numbers by hue; everything counts once, under its main hue. What has no hue, or one that isn't dyed, is
sewn in ink. A hue that has anything at all has a stitch, so a stitch stands for *up to* so many things.
"""

from dataclasses import dataclass
from functools import cache
from itertools import count

from core.weave.hues import HUES
from core.weave.svg import BARE, drawing

TO_COME, INK, NEWEST = "n", "b", "r"
# The letter that each hue's stitches have in a grid; what has no hue comes last.
LETTERS = {hue: str(place) for place, hue in enumerate(HUES)} | {"": INK}

_ARM = 7
_EDGE = 2 * _ARM + 1
_DIAMONDS = 2 * _ARM - 2
PETAL_PLACES = _ARM * _ARM
STRIP_PLACES = 400
STRIP_WIDTH = 75
_MARKER_SIDE = 5
MARKER_PLACES = _MARKER_SIDE * _MARKER_SIDE


@dataclass(frozen=True)
class Cloth:
    """`total` things in stitches that stand for up to `per_stitch` of them each; `plain` of them have no hue.

    Printed, it is its drawing.
    """

    grid: tuple
    per_stitch: int
    total: int
    plain: int
    stitch: str

    @property
    def is_partly_lit(self):
        """Whether some stitches are pale and others are not."""
        return TO_COME in (letters := set("".join(self.grid)) - {BARE}) and len(letters) > 1

    def __html__(self):
        return drawing(self.grid, self.stitch)

    __str__ = __html__


def community_star(counts, newest=None):
    """The star of eight petals, a petal for each hue, that fills from its middle with what `counts` says.

    Pale stitches are still to come. What has no hue fills the hearts of the diamonds around the star. The red stitch
    is the last one of the hue `newest` ("" for none); None, or a hue that has nothing, leaves it out.
    """
    counts = _by_hue(counts)
    places = _star_places()
    per_stitch = _per_stitch(lambda number: all(_stitches(counts[hue], number) <= len(places[hue]) for hue in LETTERS))
    cells = dict.fromkeys(_frame(), INK)
    for hue, letter in LETTERS.items():
        done = _stitches(counts[hue], per_stitch)
        cells |= {place: letter if number < done else TO_COME for number, place in enumerate(places[hue])}
        if done and newest is not None and hue == _known(newest):
            cells[places[hue][done - 1]] = NEWEST
    side = range(-_EDGE, _EDGE + 1)
    grid = tuple("".join(cells.get((x, y), BARE) for x in side) for y in side)
    return Cloth(grid, per_stitch, sum(counts.values()), counts[""], "thrifty")


def strip(counts, lit=None, width=STRIP_WIDTH, stitch="flat"):
    """All of `counts` in rows of `width`, hue after hue; of each hue, as many in colour as `lit` says, the rest pale.

    Without `lit` all are in colour. One that is lit always shows, and so does one that is not.
    """
    counts = _by_hue(counts)
    lit = counts if lit is None else _by_hue(lit)
    per_stitch = _fitting(counts, STRIP_PLACES)
    cells = ""
    for hue, letter in LETTERS.items():
        all_of_hue = _stitches(counts[hue], per_stitch)
        bright = min(_stitches(lit[hue], per_stitch), all_of_hue)
        if bright > 1 and bright == all_of_hue and lit[hue] < counts[hue]:
            bright -= 1
        cells += letter * bright + TO_COME * (all_of_hue - bright)
    rows = (cells[start : start + width].ljust(width, BARE) for start in range(0, len(cells), width))
    return Cloth(tuple(rows) or (BARE * width,), per_stitch, sum(counts.values()), counts[""], stitch)


def marker(counts):
    """A place on a map: squares that CSS turns into a diamond of small diamonds, filled from its middle."""
    counts = _by_hue(counts)
    per_stitch = _fitting(counts, MARKER_PLACES)
    cells = "".join(letter * _stitches(counts[hue], per_stitch) for hue, letter in LETTERS.items()) or TO_COME
    found = dict(zip(_marker_places(), cells, strict=False))
    side = range(_MARKER_SIDE)
    grid = tuple("".join(found.get((x, y), BARE) for x in side) for y in side)
    return Cloth(grid, per_stitch, sum(counts.values()), counts[""], "pin")


def _known(hue):
    return hue if hue in HUES else ""


def _by_hue(counts):
    found = dict.fromkeys(LETTERS, 0)
    for hue, number in counts.items():
        found[_known(hue)] += number
    return found


def _stitches(number, per_stitch):
    """How many stitches `number` things take; the last one may stand for fewer."""
    return -(-number // per_stitch)


def _fitting(counts, places):
    return _per_stitch(lambda number: sum(_stitches(found, number) for found in counts.values()) <= places)


def _per_stitch(fits):
    """The smallest number with one significant digit that `fits`: people read "up to 30", not "up to 23"."""
    return next(number for power in count() for digit in range(1, 10) if fits(number := digit * 10**power))


@cache
def _star_places():
    """The places of each hue's petal, and of the hearts for what has none, in the order in which they fill."""
    hearts = [(x * _DIAMONDS, y * _DIAMONDS) for x, y in _COMPASS]
    around = [(x + dx, y + dy) for x, y in hearts for dx, dy in _COMPASS[::2]]
    return {hue: _petal(turn) for hue, turn in zip(HUES, _TURNS, strict=True)} | {"": hearts + around}


# Clockwise from the top.
_COMPASS = ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1))
_TURNS = (
    lambda low, high: (low, -high),
    lambda low, high: (high, -low),
    lambda low, high: (high, low),
    lambda low, high: (low, high),
    lambda low, high: (-low, high),
    lambda low, high: (-high, low),
    lambda low, high: (-high, -low),
    lambda low, high: (-low, -high),
)


def _petal(turn):
    """One eighth of the star, from the middle outwards."""
    cells = [(low, high) for low in range(1, _ARM + 1) for high in range(low + 1, low + _ARM + 1)]
    return [turn(low, high) for low, high in sorted(cells, key=lambda cell: (cell[1], -cell[0]))]


@cache
def _marker_places():
    """The places of a marker from its middle outwards, ring by ring."""
    middle = _MARKER_SIDE // 2
    places = [(x, y) for y in range(_MARKER_SIDE) for x in range(_MARKER_SIDE)]
    away = {(x, y): (abs(x - middle), abs(y - middle)) for x, y in places}
    return sorted(places, key=lambda place: (max(away[place]), sum(away[place]), place))


@cache
def _frame():
    """What is always sewn: the cross in the middle and the outlines of the diamonds around the star."""
    diamonds = [(x * _DIAMONDS, y * _DIAMONDS) for x, y in _COMPASS]
    outlines = [
        (x + dx, y + dy) for x, y in diamonds for dx in range(-3, 4) for dy in range(-3, 4) if abs(dx) + abs(dy) == 3
    ]
    return [(0, 0), *_COMPASS[::2], *outlines]
