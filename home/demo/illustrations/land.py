"""Scenes on land."""

from home.demo.illustrations.cloth import HEIGHT, WIDTH, Cloth

# Middle, top, thread and stripes of each hill, the farthest first. Stripes are counted from the outline inwards.
HILLS = [
    (50, 15, "i", "xx.x."),
    (27, 21, "t", "xx.."),
    (73, 21, "p", "xx.."),
    (8, 28, "g", "xxx."),
    (91, 28, "o", "xxx."),
    (36, 36, "k", "xx.x."),
    (65, 36, "s", "xx.x."),
]
PLATEAU = 5  # half of the flat top

HOUSE = (
    "    b    ",
    "   bbb   ",
    "  bbbbb  ",
    " bbbbbbb ",
    "bbbbbbbbb",
    " lllllll ",
    " lbblbbl ",
    " lbblbbl ",
    " lllllll ",
)
TOWER = (
    "    b    ",
    "    b    ",
    "   bbb   ",
    "  bbbbb  ",
    "   lll   ",
    "   lbl   ",
    "   lbl   ",
    "  lllll  ",
    " bbbbbbb ",
    " lllllll ",
    " lblblbl ",
    " lblblbl ",
)


def seven_hills():
    """A city on seven hills; somebody is still awake."""
    cloth = Cloth()
    for middle, top, thread, stripes in HILLS:
        _hill(cloth, middle, top, thread, stripes)
        sample = TOWER if top == HILLS[0][1] else HOUSE
        cloth.sample(middle - 4, top - len(sample), sample)
    cloth.box(34, 33, 2, 2, "b")
    cloth.put(34, 33, "r")
    return cloth


def _hill(cloth, middle, top, thread, stripes):
    def stitch(x, y):
        depth = min(y - top, y - top + PLATEAU - abs(x - middle))
        if depth < -1 or y < top:
            return None
        if depth == -1:
            return "."
        return thread if stripes[depth % len(stripes)] == "x" else "."

    cloth.fill(stitch)


def village_house():
    """A house with a wooden upper floor; its gate stands open."""
    cloth = Cloth()
    cloth.fill(lambda x, y: "g" if y == 51 or (y > 51 and (x + y) % 2 == 0) else None)
    _roof(cloth)
    _upper_floor(cloth)
    _ground_floor(cloth)
    _tree(cloth, 83, 20)
    _fence(cloth)
    return cloth


def _roof(cloth):
    cloth.box(38, 2, 5, 6, "b")
    for step in range(10):
        cloth.box(4 + step * 2, 15 - step, 56 - step * 4, 1, "k")
    for x in range(4, 60):
        cloth.put(x, 16, "b" if x % 2 else "k")


def _upper_floor(cloth):
    cloth.box(8, 17, 48, 16, "w")
    for left in (10, 19, 28):
        _window(cloth, left, 20)
    cloth.box(38, 19, 17, 14, "b")  # the open veranda
    for x in range(38, 56, 4):
        cloth.box(x, 19, 1, 14, "o")
    for x in range(38, 55, 2):
        cloth.box(x, 27, 1, 5, "o")
    cloth.box(38, 26, 17, 1, "o")
    cloth.box(8, 32, 48, 1, "b")


def _window(cloth, left, top):
    cloth.box(left, top, 7, 10, "b")
    cloth.box(left + 1, top + 1, 5, 8, "l")
    cloth.box(left + 1, top + 4, 5, 1, "b")
    cloth.box(left + 3, top + 1, 1, 8, "b")


def _ground_floor(cloth):
    for step in range(4):  # the brackets that carry the upper floor
        cloth.twice_about(31.5, 8 + step, 33 + step, "w")
        cloth.twice_about(31.5, 9 + step, 33 + step, "w")
    cloth.box(12, 33, 40, 18, "l")
    for y in range(35, 51, 4):
        for x in range(13 + y // 4 % 2 * 3, 51, 6):
            cloth.box(x, y, 2, 1, "n")
    cloth.box(16, 38, 6, 7, "b")
    cloth.box(17, 39, 4, 5, "l")
    cloth.box(17, 41, 4, 1, "b")
    cloth.box(33, 37, 11, 14, "b")
    cloth.box(35, 39, 7, 12, "o")
    cloth.box(38, 39, 1, 12, "b")


def _tree(cloth, middle, heart):
    def stitch(x, y):
        ring = abs(x - middle) + abs(y - heart)
        if ring <= 16:
            return "g" if ring % 4 else "."
        return "w" if abs(x - middle) <= 1 and heart < y < HEIGHT - 5 else None

    cloth.fill(stitch)
    for x, y in ((0, -8), (-8, 0), (8, 0), (0, 8), (-4, -4), (4, -4), (-4, 4), (4, 4), (0, 0)):
        cloth.put(middle + x, heart + y, "o")


def _fence(cloth):
    for x in range(78, WIDTH, 3):
        cloth.box(x, 41, 2, 10, "b")
        cloth.put(x, 40, "b")
    cloth.box(76, 44, 24, 1, "b")
    cloth.box(60, 36, 3, 15, "b")  # the posts and the roof of the gate
    cloth.box(75, 36, 3, 15, "b")
    cloth.box(58, 34, 22, 1, "k")
    cloth.box(59, 33, 20, 1, "k")
    cloth.box(60, 35, 18, 1, "b")
    for step in range(6):  # its leaf, open towards us
        cloth.box(63 + step, 38 + step // 2, 1, 13, "o" if step % 2 == 0 else "w")
    cloth.box(67, 45, 2, 3, "b")
    cloth.put(68, 46, "r")
