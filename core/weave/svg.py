"""Drawings of grids for pages.

A thread is one path; a run of stitches is one line that the style sheet cuts into crosses or squares with
`stroke-dasharray`, so that a motif of 225 stitches takes about 1.3 kB. Colours come from CSS (components/weave.css).
"""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from core.weave.hues import HUES
from core.weave.motif import WIDTH, motif

BARE = "."
FRIEZE_TILES = 6


def cross(grid, letter):
    """Path data of all stitches of one thread as crosses: runs along both diagonals."""
    on = {(x, y) for y, row in enumerate(grid) for x, found in enumerate(row) if found == letter}
    lines = []
    for x, y in sorted(on, key=lambda place: (place[1], place[0])):
        if (x - 1, y - 1) not in on:
            run = _run(on, x, y, 1)
            lines.append(f"M{x} {y}l{run} {run}")
        if (x - 1, y + 1) not in on:
            run = _run(on, x, y, -1)
            lines.append(f"M{x} {y + 1}l{run}-{run}")
    return "".join(lines)


def block(grid, letter):
    """Path data of the same stitches as small squares: runs along the rows."""
    on = {(x, y) for y, row in enumerate(grid) for x, found in enumerate(row) if found == letter}
    starts = sorted((y, x) for x, y in on if (x - 1, y) not in on)
    return "".join(f"M{x} {y}.5h{_run(on, x, y, 0)}" for y, x in starts)


STITCHES = {"cross": ("weave", cross), "block": ("weave weave-block", block), "tiny": ("weave weave-tiny", block)}


@lru_cache(maxsize=4096)
def svg(grid, stitch="cross"):
    """The drawing of a grid (a tuple of rows): "cross" from 8 px a stitch, "block" from 4, "tiny" below."""
    css_class, draw = STITCHES[stitch]
    letters = sorted(set("".join(grid)) - {BARE})
    paths = "".join(f'<path class="{_thread(letter)}" d="{draw(grid, letter)}"/>' for letter in letters)
    width = max(map(len, grid))
    return _svg(css_class, f"0 0 {width} {len(grid)}", paths)


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


def _thread(letter):
    """The CSS class of a thread; a number is the main thread of one of the eight hues."""
    return f"a hue-{list(HUES)[int(letter)]}" if letter.isdigit() else letter


def _svg(css_class, view_box, paths):
    return mark_safe(  # noqa: S308 (letters and numbers of our own grids)
        f'<svg class="{css_class}" viewBox="{view_box}" aria-hidden="true">{paths}</svg>'
    )


def _run(on, x, y, slope):
    run = 1
    while (x + run, y + slope * run) in on:
        run += 1
    return run
