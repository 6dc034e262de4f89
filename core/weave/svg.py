"""Drawings of grids for pages.

A thread is one path; a run of stitches is one line that the style sheet cuts into crosses or squares with
`stroke-dasharray`, so that a motif of 225 stitches takes about 1.3 kB. Colours come from CSS (components/weave.css).
"""

import math
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from core.weave.hues import HUES
from core.weave.motif import WIDTH, motif

BARE = "."
FRIEZE_TILES = 6
BAR_STITCHES = 40


def cross(grid, letter):
    """Path data of all stitches of one thread as crosses: runs along both diagonals."""
    return "".join(f"M{x} {y}l{run} {slope * run}".replace(" -", "-") for x, y, run, slope in _diagonals(grid, letter))


@lru_cache(maxsize=64)
def thrifty(grid, letter):
    """The same crosses in less text, for large grids: from each run on to the nearest end of another."""
    left, pieces, at = _diagonals(grid, letter), [], (0, 0)
    while left:
        ends = (((x, y, run, slope), (x + run, y + slope * run, -run, slope)) for x, y, run, slope in left)
        there, back = min(ends, key=lambda pair: min(_steps(at, pair[0]), _steps(at, pair[1])))
        left.remove(there)
        x, y, run, slope = min(there, back, key=lambda line: _steps(at, line))
        move = f"m{x - at[0]} {y - at[1]}l" if (x, y) != at or not pieces else " "
        pieces.append(f"{move}{run} {slope * run}")
        at = (x + run, y + slope * run)
    return "".join(pieces).replace(" -", "-")


def flat(grid, letter):
    """The same crosses in runs along the rows, one leg up, one down: the least where a grid has long flat runs."""
    pieces = []
    for y, x, run in _rows(grid, letter):
        legs = ("1 1", "1-1") * (run // 2 + 1)
        pieces += [f"M{x} {y}l{' '.join(legs[:run])}", f"M{x} {y + 1}l{' '.join(legs[1 : run + 1])}"]
    return "".join(pieces)


def block(grid, letter):
    """Path data of the same stitches as small squares: runs along the rows."""
    return "".join(f"M{x} {y}.5h{run}" for y, x, run in _rows(grid, letter))


STITCHES = {
    "cross": ("weave", cross),
    "thrifty": ("weave", thrifty),
    "flat": ("weave", flat),
    "block": ("weave weave-block", block),
    "tiny": ("weave weave-tiny", block),
    "pin": ("weave weave-block weave-pin", block),
}


def drawing(grid, stitch="cross"):
    """The drawing of a grid (a tuple of rows): "cross" from 8 px a stitch, "block" from 4, "tiny" below."""
    css_class, draw = STITCHES[stitch]
    letters = sorted(set("".join(grid)) - {BARE})
    paths = "".join(f'<path class="{_thread(letter)}" d="{draw(grid, letter)}"/>' for letter in letters)
    width = max(map(len, grid))
    return _svg(css_class, f"0 0 {width} {len(grid)}", paths)


# Motifs come again and again.
svg = lru_cache(maxsize=4096)(drawing)


@lru_cache(maxsize=512)
def frieze(slug, hue, name, n=WIDTH):
    """A band as wide as its place: the motif again and again, with the odd stitch once. `name`: an id on the page."""
    grid = motif(slug, hue, n)
    y = next(number for number, row in enumerate(grid) if "r" in row)
    tile = n + 1
    x, y = grid[y].index("r") + tile * (FRIEZE_TILES - 2) + 0.5, y + 0.5
    whole = tuple(row.replace("r", "b") for row in grid)
    paths = mark_safe("".join(f'<path class="{letter}" d="{cross(whole, letter)}"/>' for letter in "ab"))  # noqa: S308
    far = 30 * tile
    return format_html(
        '<svg class="weave" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        '<defs><pattern id="{}" width="{}" height="{}" patternUnits="userSpaceOnUse">'
        '<g transform="translate(.5 .5)">{}</g></pattern></defs>'
        '<path class="band" d="M-{} 0H{}v{}H-{}z" fill="url(#{})"/>'
        '<path class="patch" d="M{} {}h1v1h-1z"/><path class="r" d="M{} {}l1 1M{} {}l1-1"/></svg>',
        *(FRIEZE_TILES * tile, tile, name, tile, tile, paths),
        *(far, 2 * far, tile, far, name, x, y, x, y, x, y + 1),
    )


def bar(share):
    """A bar as long as `share` says, from 0 to 1; whatever is more than nothing has a stitch."""
    stitches = min(math.ceil(max(share, 0) * BAR_STITCHES), BAR_STITCHES)
    return _svg("weave weave-block bar", f"0 0 {BAR_STITCHES} 1", f'<path class="a" d="M0 .5h{stitches}"/>')


def _thread(letter):
    """The CSS class of a thread; a number is the main thread of one of the eight hues."""
    return f"a hue-{list(HUES)[int(letter)]}" if letter.isdigit() else letter


def _svg(css_class, view_box, paths):
    return mark_safe(  # noqa: S308 (letters and numbers of our own grids)
        f'<svg class="{css_class}" viewBox="{view_box}" aria-hidden="true">{paths}</svg>'
    )


def _on(grid, letter):
    return {(x, y) for y, line in enumerate(grid) for x, found in enumerate(line) if found == letter}


def _rows(grid, letter):
    """(y, x, length) of each run along a row."""
    on = _on(grid, letter)
    return [(y, x, _run(on, x, y, 0)) for y, x in sorted((y, x) for x, y in on) if (x - 1, y) not in on]


def _diagonals(grid, letter):
    """(x, y, length, slope) of each run along a diagonal: where its line begins, 1 falls and -1 rises."""
    on, found = _on(grid, letter), []
    for x, y in sorted(on, key=lambda place: (place[1], place[0])):
        if (x - 1, y - 1) not in on:
            found.append((x, y, _run(on, x, y, 1), 1))
        if (x - 1, y + 1) not in on:
            found.append((x, y + 1, _run(on, x, y, -1), -1))
    return found


def _steps(place, line):
    return abs(place[0] - line[0]) + abs(place[1] - line[1])


def _run(on, x, y, slope):
    run = 1
    while (x + run, y + slope * run) in on:
        run += 1
    return run
