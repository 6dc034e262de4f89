"""Scenes on water."""

from home.demo.illustrations.cloth import WIDTH, Cloth

GULL = (
    "bbb           bbb",
    "  bbbb     bbbb  ",
    "     bb   bb     ",
    "      bbbbb      ",
    "       bbb       ",
    "        b        ",
)


def waves(cloth, top, threads, period=10, gap=6):
    """Rows of zigzag water from `top` downwards, one a thread, two stitches thick on bare cloth."""
    for number, thread in enumerate(threads):
        for x in range(WIDTH):
            y = top + number * gap + abs((x + 3) % period - period // 2)
            cloth.box(x, y - 1, 1, gap - 1, ".")
            cloth.box(x, y, 1, 3, thread)


def sea_and_boats():
    """Two boats on a quiet sea."""
    cloth = Cloth()
    _boat(cloth, 33, 35, 28, ("o", "k"))
    _boat(cloth, 76, 35, 17, ("i", "w"))
    cloth.put(77, 11, "r")
    cloth.sample(51, 4, GULL)
    waves(cloth, 35, "sit")
    return cloth


def _boat(cloth, mast, water, height, threads):
    sail, hull = threads
    top = water - 4 - height
    cloth.box(mast, top - 2, 1, height + 5, "b")
    for y in range(height):
        cloth.box(mast + 2, top + y, y * 3 // 5 + 1, 1, "l" if y % 6 else sail)
        width = y // 2 + 1
        cloth.box(mast - 1 - width, top + y, width, 1, sail if y % 6 < 4 else "l")
    half = height // 2 + 4
    for step in range(6):
        cloth.box(mast - half + step, water - 2 + step, 2 * (half - step) + 1, 1, hull if step else "b")


ARCH = (
    "  ...  ",
    " ..... ",
    " ..... ",
    " ..... ",
    " ..... ",
    " ..... ",
    " ..... ",
    " ..... ",
)
DECK = 35
TOWERS = (25, 74)


def bridge():
    """A chain bridge over a wide river."""
    cloth = Cloth()
    for x in range(WIDTH):
        _chain(cloth, x)
    cloth.box(0, DECK, WIDTH, 3, "b")
    for x in range(1, WIDTH, 4):
        cloth.box(x, DECK + 1, 2, 1, "l")
    for middle in TOWERS:
        _tower(cloth, middle)
    waves(cloth, 43, "st")
    for x in range(48, 52):
        cloth.put(x, DECK + 1, "b")
    cloth.box(49, DECK + 1, 1, 1, "r")
    return cloth


def _chain(cloth, x):
    left, right = TOWERS
    if left <= x <= right:
        y = 10 + round(20 * (1 - (2 * (x - left) / (right - left) - 1) ** 2))
    else:
        y = 10 + round(min(abs(x - left), abs(x - right)) * 0.95)
    cloth.box(x, y, 1, min(2, max(DECK - y, 0)), "b")
    if x % 4 == 2:
        cloth.box(x, y + 2, 1, max(DECK - y - 2, 0), "w")


def _tower(cloth, middle):
    cloth.box(middle - 1, 2, 3, 2, "i")
    cloth.box(middle - 4, 5, 9, 2, "b")
    cloth.box(middle - 3, 7, 7, 42, "i")
    cloth.sample(middle - 3, 12, ARCH)
    cloth.sample(middle - 3, 23, ARCH)
    cloth.box(middle - 4, DECK - 1, 9, 5, "b")
    cloth.box(middle - 4, DECK + 4, 9, 12, "i")
