"""The border that is still being stitched."""

from home.demo.illustrations.cloth import Cloth

TILE = 18
RINGS = "b.ii.bb.b"  # of a diamond, from its heart
LAST = (56, 40)  # the last stitch made
NEXT = (59, 43)  # where the needle goes in
LENGTH = 36


def needle():
    """A needle with a red thread, before the stitch that will differ."""
    cloth = Cloth()
    cloth.fill(_border)
    _thread(cloth)
    _needle(cloth)
    return cloth


def _border(x, y):
    thread = _pattern(x, y)
    if thread is None:
        return None
    return thread if x <= LAST[0] - abs(y - LAST[1]) // 3 else "n"


def _pattern(x, y):
    if y in (26, 27, 53, 54):
        return "b"
    if not 29 <= y <= 51:
        return None
    across, down = abs((x + 4) % TILE - 9), abs(y - 40)
    if across + down < len(RINGS):
        thread = RINGS[across + down]
        return None if thread == "." else thread
    corner = 9 - across + abs(11 - down)
    return "t" if corner <= 3 and corner != 2 else None


def _thread(cloth):
    """From the last stitch in a wide bow through the eye of the needle."""
    bow = [
        *((57, y) for y in range(39, 20, -1)),
        *((58, y) for y in range(20, 15, -1)),
        *((59, y) for y in range(15, 12, -1)),
        (60, 12), (60, 11), (61, 10), (62, 9), (63, 8), (64, 7), (65, 7), (66, 6), (67, 6), (68, 5), (69, 5), (70, 5),
        *((x, 4) for x in range(71, 79)),
        (79, 5), (80, 5), (81, 5), (82, 6), (83, 6), (84, 7), (85, 7), (86, 8), (87, 9), (88, 9), (89, 10), (90, 11),
    ]  # fmt: skip
    for x, y in bow:
        cloth.put(x, y, "r")


def _needle(cloth):
    for step in range(LENGTH):
        x, y = NEXT[0] + step, NEXT[1] - step
        thick = 1 if step < 4 else 2 if step < 10 else 3
        for side in range(thick):
            cloth.put(x + side, y, "b")
        if step in range(LENGTH - 8, LENGTH - 2):
            cloth.put(x + 1, y, ".")
    for x, y in ((90, 12), (90, 13)):  # through the eye
        cloth.put(x, y, "r")
