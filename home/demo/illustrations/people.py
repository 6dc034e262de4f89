"""Scenes with people."""

from home.demo.illustrations.cloth import Cloth
from home.demo.illustrations.figures import CHEST, HEADS, MAN, SHEET, WOMAN


def round_table():
    """Three people at one table."""
    cloth = Cloth()
    for middle, head, hair, dress in ((22, "short", "b", "i"), (50, "kerchief", "p", "o"), (78, "beard", "w", "g")):
        _sitting(cloth, middle, dress)
        cloth.sample(middle - 5, 4, HEADS[head], {"h": hair})
    _table(cloth)
    return cloth


def _sitting(cloth, middle, dress):
    """Shoulders, an embroidered shirt front, and arms that rest on the table."""
    for y in range(15, 36):
        half = (5, 8, 10, 11)[y - 15] if y < 19 else 12
        cloth.box(middle - half, y, 2 * half + 1, 1, dress)
    for y in range(21, 36):
        cloth.put(middle - 9, y, ".")
        cloth.put(middle + 9, y, ".")
    cloth.sample(middle - 4, 15, CHEST)


def _table(cloth):
    for y, inset in ((33, 9), (34, 6), (35, 4), (36, 3), (37, 3), (38, 3), (39, 4)):
        cloth.box(inset, y, 100 - 2 * inset, 1, "l")
    for middle in (22, 50, 78):
        for side in (-1, 1):
            cloth.box(middle + side * 7 - 2, 32, 5, 2, "f")
    cloth.sample(42, 34, SHEET)

    def hem(x, y):
        if y < 40 or not 5 <= x < 95:
            return None
        wave = abs((x - 5) % 10 - 5)
        return _hem_thread(x, y, wave)

    cloth.fill(hem)
    cloth.put(60, 49, "r")


def _hem_thread(x, y, wave):
    if y in (40, 54):
        return "b"
    if y in (41, 53):
        return "."
    row = y - 44 - wave
    if row in (0, 1):
        return "t"
    if row == 3:
        return "b"
    return "l"


def horo():
    """Nine people dance hand in hand."""
    cloth = Cloth()
    for number, dye in enumerate("pgikotswp"):
        middle = 10 + number * 10
        cloth.sample(middle - 4, 15, WOMAN if number % 2 == 0 else MAN, {"h": dye, "d": dye})
        cloth.box(middle + 4, 23, 3, 2, "f")
    cloth.box(95, 23, 2, 2, ".")
    for x, y in ((5, 23), (4, 22), (4, 21), (3, 20)):
        cloth.box(x, y, 2, 1, "p")
    cloth.box(3, 18, 2, 2, "f")
    cloth.put(2, 17, "r")
    _bands(cloth)
    return cloth


def _bands(cloth):
    def stitch(x, y):
        from_edge = min(y, 55 - y)
        wave = abs((x + 5) % 10 - 5)
        if from_edge in (1, 10):
            return "b"
        if 3 <= from_edge <= 8 and from_edge == 3 + wave:
            return "b"
        return None

    cloth.fill(stitch)
