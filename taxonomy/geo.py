"""In which country a position lies, told from the outlines in data/outlines.json."""

import json
from array import array
from collections import defaultdict
from functools import cache
from itertools import pairwise
from math import cos, floor, hypot, inf, radians

from taxonomy.files import DATA
from taxonomy.outlines.topology import degrees, grid_arcs, polygons, ring_points

KILOMETRES_PER_DEGREE = 111.2


def country_at(latitude, longitude, tolerance_km=10):
    """The code of ISO 3166-1 of the country that has the position (degrees), or None.

    A position in no country, just off a coast, is in the nearest one within `tolerance_km` kilometres. Outlines are
    right to a kilometre or two: so near to a border the answer may be the neighbour.
    Kosovo has an outline and no code: None.
    """
    for code, west, east, edges in _bands().get(floor(latitude), ()):
        for turned in (longitude, longitude - 360, longitude + 360):
            if west <= turned <= east and _crossings(edges, latitude, turned) % 2:
                return code or None
    return _nearest(latitude, longitude, tolerance_km)


def _crossings(edges, latitude, longitude):
    """How many edges a line from the position to the east crosses; inside an outline it is an odd number."""
    count, points = 0, iter(edges)
    for x1, y1, x2, y2 in zip(points, points, points, points, strict=True):
        if (y1 > latitude) != (y2 > latitude) and longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1):
            count += 1
    return count


def _nearest(latitude, longitude, tolerance_km):
    reach = tolerance_km / KILOMETRES_PER_DEGREE
    shrink = max(cos(radians(latitude)), 0.01)
    best, least = None, reach
    for band in range(floor(latitude - reach), floor(latitude + reach) + 1):
        for code, west, east, edges in _bands().get(band, ()):
            if west - reach / shrink <= longitude <= east + reach / shrink:
                distance = _distance(edges, latitude, longitude, shrink, least)
                if distance < least:
                    best, least = code, distance
    return best or None


def _distance(edges, latitude, longitude, shrink, limit):
    """How far the nearest of `edges` is, in degrees of latitude; infinity where that is `limit` or more."""
    least, points = inf, iter(edges)
    for x1, y1, x2, y2 in zip(points, points, points, points, strict=True):
        if max(y1, y2) < latitude - limit or min(y1, y2) > latitude + limit:
            continue
        x, y, run, rise = (longitude - x1) * shrink, latitude - y1, (x2 - x1) * shrink, y2 - y1
        length = run * run + rise * rise
        along = max(0, min(1, (x * run + y * rise) / length)) if length else 0
        least = min(least, hypot(x - along * run, y - along * rise))
    return least if least < limit else inf


@cache
def _bands():
    """For each whole degree of latitude the countries there: code, westernmost and easternmost longitude, edges.

    Edges are flat arrays x1, y1, x2, y2, …: a lookup reads few of them, and all of them take little memory.
    """
    topology = json.loads((DATA / "outlines.json").read_text(encoding="utf-8"))
    place = degrees(topology)
    arcs = [[place(point) for point in arc] for arc in grid_arcs(topology)]
    bands = defaultdict(lambda: defaultdict(lambda: array("d")))
    for geometry in topology["objects"]["countries"]["geometries"]:
        for ring in (ring for polygon in polygons(geometry) for ring in polygon):
            points = ring_points(ring, arcs)
            for (x1, y1), (x2, y2) in pairwise(points):
                for band in range(floor(min(y1, y2)), floor(max(y1, y2)) + 1):
                    bands[band][geometry["id"]].extend((x1, y1, x2, y2))
    return {
        band: [(code, min(edges[::2]), max(edges[::2]), edges) for code, edges in found.items()]
        for band, found in bands.items()
    }
