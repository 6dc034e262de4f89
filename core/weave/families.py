"""The eight families of Bulgarian embroidery that motifs are drawn in.

A family takes the half width `c` of a square grid and `dice`, and returns a function that gives the stitch at (x, y),
with (0, 0) in the middle: "a" for the main thread, "b" for the second one, "." for bare cloth.
"""


def diamond(c, dice):
    """Канатица: diamond inside diamond."""
    body = dice.pick(["b.aa.bbb.a.", "aa.bb.aaa.b", "b.bb.aa.b.a", "bbb..aaa.b.", "a.bbb.aa.b.", "aaa..bb.a.b"])
    edge = dice.pick(["aaa.b", "bb.a", "aaaa", "b.aa", "bbb"])

    def stitch(x, y):
        ring = abs(x) + abs(y)
        if ring <= c:
            return body[ring % len(body)]
        corner = 2 * c - ring
        return edge[corner] if corner < min(len(edge), c - 1) else "."

    return stitch


def zigzag(c, dice):
    """Zigzag rows, one above the other."""
    period = dice.pick([c, c, (c + 1) // 2])
    rows = dice.pick(["aaa.bb.", "aa.b.", "aaaa.b.b.", "bbb.aa.", "aa.aa.bb."])
    up = dice.pick([1, -1])
    first = dice.pick([0, 1, 2, 3])

    def stitch(x, y):
        wave = abs(abs(x) % (2 * period) - period)
        return rows[(up * y + wave + first) % len(rows)]

    return stitch


def star(c, dice):
    """Елбетица: the eight-pointed star."""
    arm = (c - 1) // 2
    inside = dice.pick(["solid", "core", "edge", "vein"])
    corner = dice.pick([1, 2, 3])
    bar = dice.pick([0, 1])

    def petal(near, far):
        if inside == "core":
            return far <= arm
        if inside == "edge":
            return far == near + arm
        return inside == "vein" and far - near == (arm + 1) // 2 and 1 < near < arm

    def stitch(x, y):
        near, far = sorted((abs(x), abs(y)))
        if 1 <= near <= arm and near < far <= near + arm:
            return "b" if petal(near, far) else "a"
        if near == far == 0 or (near + abs(far - c) <= c - 2 * arm + bar and far > arm + 2):
            return "b"
        if (c - near) + (c - far) <= corner:
            return "b" if inside == "solid" else "a"
        return "."

    return stitch


def tree(c, dice):
    """Дърво на живота: the tree of life, its crown striped like a feather."""
    stripe = dice.pick(["aab", "aa.", "aaa.", "ab."])
    shape = dice.pick(["round", "tall", "wide"])
    up = dice.pick([1, -1])
    fruit = dice.pick([0, 1])

    def crown(row):
        if shape == "round":
            return min(row + 1, c - 1, 2 * c - 2 - row)
        if shape == "tall":
            return min((row + 2) // 2 + 1, 2 * c - 3 - row)
        return min(row + 1, c) if row <= c + 1 else 2 * c - 3 - row

    def stitch(x, y):
        aside, row = abs(x), y + c
        foot = 2 * c - row
        if aside == 0 or (foot < 2 and aside <= 3 - 2 * foot):
            return "b"
        if aside <= crown(row) and row < 2 * c - 3:
            return stripe[(row + up * aside) % len(stripe)]
        if fruit and foot in (3, 4) and aside in (c - 2, c - 1):
            return "a"
        return "."

    return stitch


def squares(c, dice):
    """Two squares, interlocked: each goes over the other once."""
    thick = dice.pick([1, 2, 2]) if c > 6 else 1
    flip = dice.pick([1, -1])
    core = dice.pick(["a", "b", "ab", "ba", "."])
    corner = dice.pick([0, 2, 3])
    lead = dice.pick([True, False])
    off = 2 if c > 5 else 1

    def on_side(x, y, at, grown=0):
        far = max(abs(x - at), abs(y - at))
        return c - off - thick - grown < far <= c - off + grown

    def stitch(x, y):
        x *= flip
        first_over = (x > y) == lead
        if on_side(x, y, -off) and (first_over or not on_side(x, y, off, grown=1)):
            return "a"
        if on_side(x, y, off) and (not first_over or not on_side(x, y, -off, grown=1)):
            return "b"
        ring = abs(x) + abs(y)
        if ring <= (2 if thick == 1 else 1):
            return core[ring % len(core)]
        from_corner = min(abs(x - c) + abs(y + c), abs(x + c) + abs(y - c))
        if corner and from_corner <= corner:
            return "b" if x > y else "a"
        return "."

    return stitch


def horns(c, dice):
    """A diamond whose points curl into ram's horns."""
    fill = dice.pick(["a.aa", "b.aa", "aaaa", "aa.a", "baaa"])
    corner = dice.pick([0, 1])
    pair = dice.pick([0, 1])

    def horn(near, far):
        along = near == 0 and far <= c
        curl = (far == c and near <= 3) or (near == 3 and far >= c - 2) or (near == 2 and far == c - 2)
        return along or curl

    def stitch(x, y):
        near, far = sorted((abs(x), abs(y)))
        if near + far <= 3:
            return fill[near + far]
        if horn(near, far):
            return "a" if pair and abs(x) > abs(y) else "b"
        if abs(near - (c - 1)) + abs(far - (c - 1)) <= corner and far < c + 1:
            return "a"
        return "a" if near == far and 2 < near < c - 2 else "."

    return stitch


def leaf(c, dice):
    """Four leaves on the diagonals, a bud between them."""
    vein = dice.pick(["b", ".", "a"])
    wide = dice.pick([3, 4])
    bud = dice.pick([1, 2])
    cut = dice.pick([0, 1])

    def stitch(x, y):
        near, far = sorted((abs(x), abs(y)))
        out, across = near + far, far - near
        if out <= 1:
            return "b"
        from_stem = out - 3
        width = min(from_stem, 2 * c - out, wide)
        if from_stem >= 0 and across <= width and near > 0:
            if across == 0:
                return vein
            return "." if cut and out % 4 == 1 and across < width and from_stem > 2 else "a"
        return "b" if abs(far - (c - bud)) + near <= bud else "."

    return stitch


def house(c, dice):
    """Къща: a house in a house in a house, the generations."""
    walls = dice.pick(["a.b.aa.a", "b.aa.b.a", "aa.a.bb.", "a.aa.a.b", "bb.a.aaa", "b.b.aa.a"])
    sky = dice.pick([0, 1, 2])
    hand = dice.pick(["a", "b"])

    def stitch(x, y):
        wall = max(abs(x), y, abs(x) - y)
        if wall <= c:
            return walls[wall % len(walls)]
        from_corner = abs(abs(x) - (c - 1)) + abs(y + c - 1)
        return hand if from_corner <= sky and abs(x) <= c else "."

    return stitch
