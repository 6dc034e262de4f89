import itertools
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.weave.hues import HUES
from core.weave.motif import motif
from core.weave.svg import bar, block, cross, flat, frieze, svg, thrifty

grids = st.lists(st.text("abr.", min_size=6, max_size=6), min_size=6, max_size=6).map(tuple)
slugs = st.text(min_size=1, max_size=60)


def stitches(grid, letter):
    return {(x, y) for y, row in enumerate(grid) for x, found in enumerate(row) if found == letter}


@given(grids)
def test_crosses_have_both_legs_of_every_stitch_and_no_more(grid):
    falling, rising = [], []
    for x, y, run, rest in re.findall(r"M(\d+) (\d+)l(\d+)( \d+|-\d+)", cross(grid, "a")):
        x, y, run = int(x), int(y), int(run)
        assert abs(int(rest)) == run
        legs = falling if rest.startswith(" ") else rising
        legs += [(x + k, y + k if legs is falling else y - 1 - k) for k in range(run)]

    assert sorted(falling) == sorted(rising) == sorted(stitches(grid, "a"))


def legs(path):
    """Every leg of the crosses of a path, as the two corners that it joins."""
    found, at = [], (0, 0)
    for command, numbers in re.findall(r"([Mml])([-\d ]+)", path):
        steps = [int(number) for number in re.findall(r"-?\d+", numbers)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            if command == "l":
                signs = dx // abs(dx), dy // abs(dx)
                corners = [(at[0] + signs[0] * step, at[1] + signs[1] * step) for step in range(abs(dx) + 1)]
                found += [tuple(sorted(pair)) for pair in itertools.pairwise(corners)]
            at = (dx, dy) if command == "M" else (at[0] + dx, at[1] + dy)
    return sorted(found)


@given(grids)
def test_shorter_ways_to_write_crosses_sew_the_same(grid):
    assert legs(thrifty(grid, "a")) == legs(flat(grid, "a")) == legs(cross(grid, "a"))


@pytest.mark.parametrize(("share", "stitches"), [(-1, 0), (0, 0), (0.001, 1), (0.5, 20), (1, 40), (7, 40)])
def test_a_bar_is_as_long_as_its_share_and_never_more_than_whole(share, stitches):
    assert f'd="M0 .5h{stitches}"' in bar(share)


@given(grids)
def test_blocks_cover_every_stitch_once(grid):
    covered = []
    for x, y, run in re.findall(r"M(\d+) (\d+)\.5h(\d+)", block(grid, "b")):
        covered += [(int(x) + k, int(y)) for k in range(int(run))]

    assert sorted(covered) == sorted(stitches(grid, "b"))


@given(slugs, st.sampled_from(list(HUES)))
def test_a_motif_is_small(slug, hue):
    assert len(svg(motif(slug, hue))) < 1800


@given(slugs, st.sampled_from(list(HUES)))
def test_a_motif_for_small_places_is_smaller(slug, hue):
    assert len(svg(motif(slug, hue, 11), "block")) < 1100


def test_a_drawing_is_the_same_for_ever():
    assert svg(("a.a", ".r.", "b.b")) == (
        '<svg class="weave" viewBox="0 0 3 3" aria-hidden="true">'
        '<path class="a" d="M0 0l1 1M0 1l1-1M2 0l1 1M2 1l1-1"/>'
        '<path class="b" d="M0 2l1 1M0 3l1-1M2 2l1 1M2 3l1-1"/>'
        '<path class="r" d="M1 1l1 1M1 2l1-1"/></svg>'
    )


def test_a_drawing_is_safe_to_print_and_hidden_from_screen_readers():
    drawing = svg(motif("<script>", "climate"))

    assert hasattr(drawing, "__html__")
    assert 'aria-hidden="true"' in drawing
    assert "<script>" not in drawing


@given(slugs)
def test_every_drawing_is_well_formed(slug):
    ElementTree.fromstring(svg(motif(slug, "")))  # noqa: S314 (our own drawing)


@pytest.mark.parametrize("hue", ["", *HUES])
def test_a_frieze_has_the_odd_stitch_once(hue):
    band = ElementTree.fromstring(frieze("trapeza", hue, "cover"))  # noqa: S314

    assert [path.get("class") for path in band.iter() if path.get("class") == "r"] == ["r"]


def test_the_id_of_a_frieze_cannot_break_out_of_its_attribute():
    assert '"><script>' not in frieze("trapeza", "climate", '"><script>')
