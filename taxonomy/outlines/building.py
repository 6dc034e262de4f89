"""Making small outlines of the world's countries from Natural Earth's large ones."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sqrt

from taxonomy.files import read
from taxonomy.outlines.simplifying import simplify
from taxonomy.outlines.topology import area, degrees, grid_arcs, polygons, ring_points, unwrapped

# Of a small island a tenth of its width is lost, whatever the zone allows, so that it stays an island.
_SHARE_OF_WIDTH = 0.1
# Degrees; the grid of the atlas is no finer.
_FINEST = 0.001


@dataclass(frozen=True)
class Zone:
    """How exact outlines are within `box` (west, south, east, north): in degrees, and in square ones for islands."""

    tolerance: float
    smallest: float
    box: tuple = (-180, -90, 180, 90)

    def has(self, point):
        west, south, east, north = self.box
        return west <= point[0] <= east and south <= point[1] <= north


def build_outlines(atlas, zones):
    """A TopoJSON topology of countries with their ISO codes, made of `atlas`, the countries of world-atlas.

    The first of `zones` that has a point says how exact it is. Of each country at least the largest polygon stays.
    """
    place = degrees(atlas)
    arcs = [unwrapped([place(point) for point in arc]) for arc in grid_arcs(atlas)]
    countries = {code: _large_enough(found, arcs, zones) for code, found in _polygons_by_code(atlas, arcs).items()}
    tolerances = _caps(countries, arcs)
    grid, kept = grid_arcs(atlas), {}
    for number, cap in tolerances.items():
        chosen = _simplified(arcs[number], zones, cap)
        kept[number] = [grid[number][at] for at in chosen]
    return _topology(atlas["transform"], countries, kept)


def _polygons_by_code(atlas, arcs):
    """The polygons of every code, those of several outlines together; without a code under ""."""
    codes = {row["numeric"]: row["code"] for row in read("countries.toml")["countries"]}
    differences = read("outlines.toml")
    found = defaultdict(list)
    for geometry in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(geometry.get("id")) or differences["names"].get(geometry["properties"]["name"], "")
        for polygon in polygons(geometry):
            found[_code_of_part(code, ring_points(polygon[0], arcs), differences["parts"])].append(polygon)
    return found


def _code_of_part(code, points, parts):
    for part in parts:
        zone = Zone(0, 0, part["box"])
        if part["of"] == code and all(zone.has(point) for point in points):
            return part["code"]
    return code


def _large_enough(found, arcs, zones):
    sizes = [area(ring_points(polygon[0], arcs)) for polygon in found]
    largest = max(sizes)
    return [
        polygon
        for polygon, size in zip(found, sizes, strict=True)
        if size == largest or size >= _zone(ring_points(polygon[0], arcs)[0], zones).smallest
    ]


def _zone(point, zones):
    longitude, latitude = point
    return next(zone for zone in zones if zone.has(((longitude + 180) % 360 - 180, latitude)))


def _caps(countries, arcs):
    """How much each arc that is used may lose at most, by the smallest ring that it belongs to."""
    caps = {}
    for found in countries.values():
        for ring in (ring for polygon in found for ring in polygon):
            width = sqrt(area(ring_points(ring, arcs)))
            for number in (number if number >= 0 else ~number for number in ring):
                caps[number] = min(caps.get(number, width), width * _SHARE_OF_WIDTH)
    return caps


def _simplified(arc, zones, cap):
    shrink = cos(radians(sum(latitude for _longitude, latitude in arc) / len(arc)))
    flat = [(longitude * shrink, latitude) for longitude, latitude in arc]
    return simplify(flat, [max(_FINEST, min(_zone(point, zones).tolerance, cap)) for point in arc])


def _topology(transform, countries, arcs):
    numbers = {number: place for place, number in enumerate(sorted(arcs))}
    geometries = [
        {"type": "MultiPolygon", "id": code, "arcs": [[_renumbered(ring, numbers) for ring in one] for one in found]}
        for code, found in sorted(countries.items())
    ]
    return {
        "type": "Topology",
        "transform": transform,
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [_steps(arcs[number]) for number in sorted(arcs)],
    }


def _renumbered(ring, numbers):
    return [numbers[number] if number >= 0 else ~numbers[~number] for number in ring]


def _steps(points):
    return [points[0], *((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points))]
