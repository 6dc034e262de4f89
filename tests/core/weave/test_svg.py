import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.weave.hues import HUES
from core.weave.motif import motif
from core.weave.svg import block, cross, frieze, svg

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
