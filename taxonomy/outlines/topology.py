"""TopoJSON: outlines that store each border once, as an arc (github.com/topojson/topojson-specification)."""

from itertools import accumulate, pairwise

HALF_TURN = 180


def grid_arcs(topology):
    """Its arcs as lists of points (x, y) on its grid."""
    return [
        list(zip(accumulate(x for x, _y in arc), accumulate(y for _x, y in arc), strict=True))
        for arc in topology["arcs"]
    ]


def degrees(topology):
    """A function that gives longitude and latitude of a point on its grid."""
    (scale_x, scale_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    return lambda point: (point[0] * scale_x + west, point[1] * scale_y + south)


def polygons(geometry):
    """The polygons of a country: lists of rings, the outer one first; a ring is a list of numbers of arcs."""
    if geometry["type"] == "MultiPolygon":
        return geometry["arcs"]
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else []


def ring_points(ring, arcs):
    """The points (degrees) of a closed ring; an arc that it takes backwards has the number ~n.

    A ring that crosses the 180th meridian goes on beyond 180 or -180; one around a pole is closed along the pole.
    """
    points = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    points = unwrapped(points)
    (start, latitude), (end, _latitude) = points[0], points[-1]
    if abs(end - start) > HALF_TURN:
        pole = 90 if latitude > 0 else -90
        points += [(end, pole), (start, pole), points[0]]
    return points


def unwrapped(points):
    """The same points with longitudes that never leap from one end of the world to the other."""
    found, shift = [points[0]], 0
    for (before, _latitude), (longitude, latitude) in pairwise(points):
        if abs(longitude - before) > HALF_TURN:
            shift += 2 * HALF_TURN if longitude < before else -2 * HALF_TURN
        found.append((longitude + shift, latitude))
    return found


def area(points):
    """The area that a closed ring of points holds, in squares of their unit."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(points))) / 2
