"""Building outlines from an atlas: a grid of whole degrees with two squares that share a border, and islands."""

import pytest

from taxonomy.outlines.building import Zone, build_outlines
from taxonomy.outlines.simplifying import simplify
from taxonomy.outlines.topology import area, degrees, grid_arcs, polygons, ring_points

# Bulgaria west of the border, Romania east of it, an island far away, a rock, and a part overseas.
ARCS = [
    [[10, 0], [0, 5], [0, 5]],
    [[10, 10], [-10, 0], [0, -10], [10, 0]],
    [[10, 10], [10, 0], [0, -10], [-10, 0]],
    [[40, 40], [4, 0], [0, 4], [-4, 0], [0, -4]],
    [[60, 60], [1, 0], [0, 1], [-1, 0], [0, -1]],
    [[-53, 3], [1, 0], [0, 1], [-1, 0], [0, -1]],
]


@pytest.fixture
def atlas():
    countries = [
        {"type": "MultiPolygon", "id": "100", "arcs": [[[0, 1]], [[3]], [[4]]]},
        {"type": "Polygon", "id": "642", "arcs": [[~0, 2]]},
        {"type": "MultiPolygon", "id": "250", "arcs": [[[5]]]},
        {"type": "Polygon", "arcs": [[3]]},
    ]
    names = ["Bulgaria", "Romania", "France", "N. Cyprus"]
    geometries = [row | {"properties": {"name": name}} for row, name in zip(countries, names, strict=True)]
    return {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": ARCS,
    }


def sizes(topology):
    """The areas of every country's polygons."""
    place = degrees(topology)
    arcs = [[place(point) for point in arc] for arc in grid_arcs(topology)]
    return {
        country["id"]: [area(ring_points(polygon[0], arcs)) for polygon in polygons(country)]
        for country in topology["objects"]["countries"]["geometries"]
    }


def test_countries_have_codes_of_iso_parts_and_disputed_outlines_too(atlas):
    assert set(sizes(build_outlines(atlas, [Zone(0.01, 0)]))) == {"BG", "RO", "GF", "CY"}


def test_small_islands_are_left_out_but_never_a_whole_country(atlas):
    found = sizes(build_outlines(atlas, [Zone(0.01, 5)]))
    assert found["BG"] == [100, 16]
    assert found["GF"] == [1]


def test_a_zone_may_be_more_exact_than_the_rest(atlas):
    found = sizes(build_outlines(atlas, [Zone(0.01, 0, (50, 50, 70, 70)), Zone(0.01, 20)]))
    assert found["BG"] == [100, 1]


def test_a_border_stays_one_line_and_loses_what_it_can_do_without(atlas):
    topology = build_outlines(atlas, [Zone(0.01, 0)])
    assert topology["arcs"][0] == [(10, 0), (0, 10)]
    bulgaria = next(row for row in topology["objects"]["countries"]["geometries"] if row["id"] == "BG")
    romania = next(row for row in topology["objects"]["countries"]["geometries"] if row["id"] == "RO")
    assert bulgaria["arcs"][0][0][0] == ~romania["arcs"][0][0][0]


def test_a_line_keeps_the_points_that_are_farther_off_than_they_may():
    line = [(0, 0), (1, 0.1), (2, 0), (3, 2), (4, 0)]
    assert simplify(line, [0.5] * 5) == [0, 2, 3, 4]
    assert simplify(line, [0.01] * 5) == [0, 1, 2, 3, 4]
    assert simplify(line, [5] * 5) == [0, 4]


def test_a_ring_that_crosses_the_180th_meridian_goes_on():
    ring = ring_points([0], [[(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)]])
    assert area(ring) == 200


def test_a_ring_around_a_pole_is_closed_along_it():
    ring = ring_points([0], [[(-180, -60), (-60, -60), (60, -60), (180, -60), (-180, -60)]])
    assert area(ring) == 360 * 30
