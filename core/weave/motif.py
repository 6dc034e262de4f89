"""The grids of motifs."""

from functools import lru_cache

from core.weave.dice import Dice
from core.weave.hues import HUES

WIDTH = 15


@lru_cache(maxsize=4096)
def motif(slug, hue="", n=WIDTH):
    """The grid of `slug` in `hue`: n rows (odd, at least 7) of n letters.

    "a" is the main thread, "b" the second one, "r" the one stitch that breaks the pattern, "." bare cloth. Without a
    hue the slug chooses the family.
    """
    if n < 7 or n % 2 == 0:
        raise ValueError("A motif has an odd number of stitches, at least 7.")
    c = n // 2
    dice = Dice(f"{hue}/{slug}")
    family = HUES[hue].family if hue in HUES else dice.pick(list(HUES.values())).family
    stitch = family(c, dice)
    rows = [[stitch(x, y) for x in range(-c, c + 1)] for y in range(-c, c + 1)]
    x, y = _odd_stitch(rows, n, dice)
    rows[y][x] = "r"
    return tuple("".join(row) for row in rows)


def is_turned(slug):
    """Whether dyed cloth shows the threads of `slug` swapped: two slugs in five, so that rows of cloth don't repeat."""
    return Dice(f"turned/{slug}").pick(range(5)) < 2


def _odd_stitch(rows, n, dice):
    """Where the pattern breaks: never on an axis or at the edge, so that it always shows."""
    c = n // 2
    inner = [(x, y) for y in range(1, n - 1) for x in range(1, n - 1) if c not in (x, y)]
    second_thread = [(x, y) for x, y in inner if rows[y][x] == "b" and abs(x - c) != abs(y - c)]
    main_thread = [(x, y) for x, y in inner if rows[y][x] == "a"]
    return dice.place(second_thread or main_thread or inner)
