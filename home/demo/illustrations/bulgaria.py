"""The map of the six regional centres."""

from home.demo.illustrations.cloth import HEIGHT, WIDTH, Cloth

# The outline, clockwise from where the Danube enters: longitude and latitude in degrees, as seen from afar.
OUTLINE = [
    (22.67, 44.21), (22.92, 43.98), (22.86, 43.84), (23.05, 43.79), (23.63, 43.79), (24.16, 43.70), (24.65, 43.73),
    (25.08, 43.69), (25.57, 43.65), (26.07, 43.95), (26.58, 44.05), (27.03, 44.14), (27.27, 44.12), (27.65, 44.03),
    (28.02, 43.85), (28.58, 43.74), (28.60, 43.54), (28.46, 43.38), (28.10, 43.40), (27.93, 43.18), (27.88, 42.84),
    (27.72, 42.71), (27.64, 42.57), (27.47, 42.50), (27.64, 42.41), (27.78, 42.33), (27.90, 42.12), (28.03, 41.98),
    (27.55, 41.90), (27.05, 42.09), (26.56, 41.93), (26.32, 41.72), (26.07, 41.70), (26.15, 41.36), (25.90, 41.31),
    (25.22, 41.26), (24.79, 41.36), (24.52, 41.55), (24.06, 41.53), (23.65, 41.38), (23.20, 41.32), (22.94, 41.34),
    (23.01, 41.72), (22.87, 42.02), (22.51, 42.19), (22.36, 42.32), (22.56, 42.48), (22.44, 42.82), (22.74, 42.89),
    (22.99, 43.14), (22.81, 43.33), (22.49, 43.64), (22.36, 43.81), (22.54, 44.02), (22.45, 44.15),
]  # fmt: skip
# Where they are; those at the edge stand a little inland, so that their marks have room.
CENTRES = {
    "Plovdiv": (24.75, 42.15),
    "Varna": (27.62, 43.21),
    "Lovech": (24.72, 43.20),
    "Gabrovo": (25.36, 42.83),
    "Burgas": (27.22, 42.50),
    "Blagoevgrad": (23.36, 42.02),
}


STITCHES_A_DEGREE = (11.8, 16.0)  # as wide as high on the ground, at 42.7° north
WEST, NORTH = 22.36, 44.21
LEFT, TOP = 9, 4  # of the country on the cloth
NEIGHBOURS = ((1, 0), (-1, 0), (0, 1), (0, -1))
MARK = (
    "  .  ",
    " .b. ",
    ".b.b.",
    "b.r.b",
    ".b.b.",
    " .b. ",
    "  .  ",
)


def six_centres():
    """The country in stitches to come, six of them made."""
    cloth = Cloth()
    land = {(x, y) for y in range(HEIGHT) for x in range(WIDTH) if _inside(*_degrees(x, y))}
    for y in range(11, 44):
        coast = max(x for x, row in land if row == y)
        for x in range(max(coast + 3, 76), WIDTH):
            if (y + abs(x % 6 - 3)) % 6 < 2:
                cloth.put(x, y, "s")
    for x, y in land:
        edge = any((x + across, y + down) not in land for across, down in NEIGHBOURS)
        cloth.put(x, y, "b" if edge else "n")
    for longitude, latitude in CENTRES.values():
        x = round((longitude - WEST) * STITCHES_A_DEGREE[0] + LEFT)
        y = round((NORTH - latitude) * STITCHES_A_DEGREE[1] + TOP)
        cloth.sample(x - 2, y - 3, MARK)
    return cloth


def _degrees(x, y):
    return (x - LEFT) / STITCHES_A_DEGREE[0] + WEST, NORTH - (y - TOP) / STITCHES_A_DEGREE[1]


def _inside(longitude, latitude):
    inside = False
    for (x1, y1), (x2, y2) in zip(OUTLINE, OUTLINE[1:] + OUTLINE[:1], strict=True):
        if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
