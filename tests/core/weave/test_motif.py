import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.weave.hues import HUES
from core.weave.motif import is_turned, motif

slugs = st.text(min_size=1, max_size=60)
hues = st.sampled_from(["", *HUES])
sizes = st.sampled_from([7, 9, 11, 15, 31])
GOLDEN = (
    "baaa.b.aaab",
    "abaabbbaaba",
    "aaba.b.abaa",
    "aaab...baaa",
    ".b...b...r.",
    "bbb.bbb.bbb",
    ".b...b...b.",
    "aaab...baaa",
    "aaba.b.abaa",
    "abaabbbaaba",
    "baaa.b.aaab",
)


def without_the_odd_stitch(grid):
    return [row.replace("r", "?") for row in grid]


def mirrored(grid):
    return [row[::-1] for row in grid]


def differences(one, other):
    return sum(a != b for row, opposite in zip(one, other, strict=True) for a, b in zip(row, opposite, strict=True))


@given(slugs, hues, sizes)
def test_a_motif_is_a_square_of_known_stitches(slug, hue, n):
    grid = motif(slug, hue, n)

    assert [len(row) for row in grid] == [n] * n
    assert set("".join(grid)) <= set("abr.")


@given(slugs, hues, sizes)
def test_exactly_one_stitch_breaks_the_pattern(slug, hue, n):
    assert "".join(motif(slug, hue, n)).count("r") == 1


@given(slugs, st.sampled_from([hue for hue in HUES if hue != "labour-market"]), sizes)
def test_a_motif_is_the_same_in_the_mirror_but_for_the_odd_stitch(slug, hue, n):
    grid = motif(slug, hue, n)

    # The odd stitch differs from its mirror image, and its mirror image from it.
    assert differences(grid, mirrored(grid)) == 2


@given(slugs, sizes)
def test_interlocking_squares_are_no_mirror_images(slug, n):
    grid = without_the_odd_stitch(motif(slug, "labour-market", n))

    assert differences(grid, mirrored(grid)) > 2


@given(slugs, hues)
def test_the_odd_stitch_is_never_at_the_edge_nor_on_an_axis(slug, hue):
    grid = motif(slug, hue, 15)
    y = next(number for number, row in enumerate(grid) if "r" in row)
    x = grid[y].index("r")

    assert {x, y}.isdisjoint({0, 7, 14})


def test_a_slug_has_the_same_motif_for_ever():
    assert motif("trapeza", "climate", 11) == GOLDEN


@pytest.mark.parametrize("hue", HUES)
def test_many_slugs_have_many_motifs(hue):
    assert len({motif(f"slug-{number}", hue) for number in range(200)}) > 100


def test_the_same_slug_looks_different_in_each_hue():
    assert len({motif("trapeza", hue) for hue in HUES}) == len(HUES)


def test_without_a_hue_the_slug_chooses_the_family():
    assert len({motif(f"slug-{number}") for number in range(50)}) > 40


@pytest.mark.parametrize("n", [0, 5, 14])
def test_sizes_without_a_middle_are_refused(n):
    with pytest.raises(ValueError, match="odd"):
        motif("trapeza", "climate", n)


def test_about_two_slugs_in_five_are_turned():
    turned = sum(is_turned(f"slug-{number}") for number in range(500))

    assert 150 < turned < 250
