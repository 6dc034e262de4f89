"""Outlines of countries within a frame, as path data: the land in stitches, and the borders."""

import json
from functools import cache, lru_cache
from itertools import chain, pairwise

from django.conf import settings

from directory.maps.frames import BULGARIA, WIDTH
from taxonomy.outlines.simplifying import simplify
from taxonomy.outlines.topology import degrees, grid_arcs, polygons, ring_points

OUTLINES = settings.BASE_DIR / "static" / "map" / "world.json"
EXACT = 0.12  # units that a drawn border may lie beside the true one
SMALLEST = 0.4  # units across; smaller islands are left out


@lru_cache(maxsize=32)
def land(frame):
    """(stitches, borders) of what `frame` shows; where that is Bulgaria, of Bulgaria alone."""
    rings = [
        [frame.place(latitude, longitude) for longitude, latitude in ring]
        for code, ring in _rings()
        if (frame != BULGARIA or code == "BG")
    ]
    rings = [ring for ring in rings if _is_seen(ring, frame)]
    return _stitches(rings, frame), "".join(map(_border, rings))


def _stitches(rings, frame):
    """Runs along rows. Borders that two countries share are crossed twice, so that they part nothing."""
    pieces = []
    for row in range(int(frame.height) + 1):
        crossings = sorted(chain.from_iterable(_crossings(ring, row + 0.5) for ring in rings))
        merged = []
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            first, last = max(round(start), 0), min(round(end), WIDTH)
            if merged and first <= merged[-1][1]:
                merged[-1][1] = max(last, merged[-1][1])
            elif first < last:
                merged.append([first, last])
        pieces += [f"M{first} {row}.5h{last - first}" for first, last in merged]
    return "".join(pieces)


def _crossings(ring, y):
    return [x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring) if (y1 > y) != (y2 > y)]


def _border(ring):
    kept = simplify(ring, [EXACT] * len(ring))
    steps = [(round(ring[at][0], 1), round(ring[at][1], 1)) for at in kept]
    (x, y), *others = steps
    pieces, before = [f"M{x:g} {y:g}l"], (x, y)
    for x, y in others:
        if (x, y) != before:
            pieces.append(f"{x - before[0]:.1f} {y - before[1]:.1f} ".replace(".0 ", " "))
            before = (x, y)
    return "".join(pieces).replace(" -", "-").replace("0.", ".").strip() + "z"


def _is_seen(ring, frame):
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    large = max(xs) - min(xs) > SMALLEST or max(ys) - min(ys) > SMALLEST
    return large and min(xs) < WIDTH and max(xs) > 0 and min(ys) < frame.height and max(ys) > 0


@cache
def _rings():
    """(code of the country, [(longitude, latitude), …]) of all outlines."""
    topology = json.loads(OUTLINES.read_text(encoding="utf-8"))
    place = degrees(topology)
    arcs = [[place(point) for point in arc] for arc in grid_arcs(topology)]
    return [
        (geometry.get("id", ""), ring_points(ring, arcs))
        for geometry in topology["objects"]["countries"]["geometries"]
        for polygon in polygons(geometry)
        for ring in polygon
    ]
