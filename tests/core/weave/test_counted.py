import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.weave.counted import (
    LETTERS,
    MARKER_PLACES,
    PETAL_PLACES,
    STRIP_PLACES,
    community_star,
    marker,
    strip,
)
from core.weave.hues import HUES

numbers = st.one_of(st.integers(0, 60), st.integers(0, 100_000))
counts = st.dictionaries(st.sampled_from(list(LETTERS)), numbers)
TOTALS = (0, 1, 60, 298, 1_800, 10_000, 100_000)
FRAME = 5 + 8 * 12
HEARTS = 8 * 5


def spread(total):
    """`total` profiles over the hues, as unequal as they are in life; a tenth has none."""
    shares = dict(zip(LETTERS, (18, 12, 22, 3, 14, 15, 5, 1, 10), strict=True))
    found = {hue: total * share // 100 for hue, share in shares.items()}
    return found | {"inclusion": found["inclusion"] + total - sum(found.values())}


def stitches(cloth, letter):
    return "".join(cloth.grid).count(letter)


def sewn(cloth):
    return {hue: stitches(cloth, letter) for hue, letter in LETTERS.items()}


def test_below_its_places_every_stitch_of_the_star_is_a_profile():
    star = community_star(spread(200))

    assert (star.per_stitch, star.total) == (1, 200)
    assert sewn(star) == spread(200) | {"": FRAME + spread(200)[""]}


def test_an_empty_star_is_all_to_come_inside_its_frame():
    star = community_star({})

    assert (star.per_stitch, star.total) == (1, 0)
    assert stitches(star, "n") == 8 * PETAL_PLACES + HEARTS
    assert stitches(star, "b") == FRAME


def test_the_first_profile_is_the_one_red_stitch():
    star = community_star({"climate": 1}, "climate")

    assert stitches(star, "r") == 1
    assert stitches(star, "n") == 8 * PETAL_PLACES + HEARTS - 1


@pytest.mark.parametrize(
    ("most", "per_stitch"),
    [(49, 1), (50, 2), (98, 2), (99, 3), (500, 20), (20_000, 500)],
)
def test_a_stitch_stands_for_a_round_number_once_a_petal_is_full(most, per_stitch):
    assert community_star({"climate": most}).per_stitch == per_stitch


@given(counts)
@settings(max_examples=50)
def test_the_star_always_has_the_same_places_and_forgets_nobody(found):
    star = community_star(found)
    now = sewn(star)

    assert [len(row) for row in star.grid] == [31] * 31
    assert sum(now.values()) + stitches(star, "n") == 8 * PETAL_PLACES + HEARTS + FRAME
    for hue, number in found.items():
        there = now[hue] - (FRAME if hue == "" else 0)
        assert there * star.per_stitch >= number > (there - 1) * star.per_stitch or there == number == 0


@pytest.mark.parametrize("hue", list(LETTERS))
def test_the_newest_is_red_wherever_it_belongs(hue):
    star, plain = (community_star(spread(298), newest) for newest in (hue, None))

    assert stitches(star, "r") == 1
    assert stitches(plain, LETTERS[hue]) - stitches(star, LETTERS[hue]) == 1


def test_nothing_is_red_where_the_newest_has_not_been_counted_yet():
    assert stitches(community_star({"climate": 3}, "poverty"), "r") == 0


def test_profiles_without_a_theme_or_with_an_undyed_one_fill_the_hearts_of_the_diamonds():
    star = community_star({"": 3, "no-such-hue": 5})

    assert stitches(star, "b") == FRAME + 8
    assert star.total == 8
    assert [star.grid[y][x] for y in (3, 15, 27) for x in (3, 15, 27)] == ["b"] * 9


@pytest.mark.parametrize("total", TOTALS)
def test_the_star_is_small_at_every_size(total):
    assert len(str(community_star(spread(total), "inclusion"))) <= 4_000


@given(counts, st.sampled_from(list(LETTERS)))
@settings(max_examples=50, deadline=None)
def test_the_star_is_small_whatever_is_counted(found, newest):
    assert len(str(community_star(found, newest))) <= 4_000


def test_all_profiles_are_in_colour_where_nothing_is_asked():
    cloth = strip(spread(298))

    assert cloth.per_stitch == 1
    assert sewn(cloth) == spread(298)
    assert stitches(cloth, "n") == 0


def test_what_answers_is_in_colour_and_the_rest_pale():
    cloth = strip(spread(298), {"climate": 2, "poverty": 9})

    assert {hue: number for hue, number in sewn(cloth).items() if number} == {"climate": 2, "poverty": 9}
    assert stitches(cloth, "n") == 298 - 11


def test_nothing_is_in_colour_where_nothing_answers():
    assert stitches(strip(spread(298), {}), "n") == 298


@pytest.mark.parametrize(("lit", "partly"), [(None, False), ({}, False), ({"climate": 1}, True)])
def test_a_strip_tells_whether_only_some_of_it_is_in_colour(lit, partly):
    assert strip(spread(298), lit).is_partly_lit is partly


def test_one_answer_shows_however_many_there_are_and_so_does_one_that_is_none():
    counted = {"climate": 10_000, "poverty": 10_000}
    cloth = strip(counted, {"climate": 1, "poverty": 9_999})

    assert sewn(cloth)["climate"] == 1
    assert sewn(cloth)["poverty"] == sewn(strip(counted))["poverty"] - 1


def test_more_answers_than_profiles_fill_no_more_than_the_cloth():
    assert sewn(strip({"climate": 3}, {"climate": 5, "poverty": 2})) == dict.fromkeys(LETTERS, 0) | {"climate": 3}


@given(counts, st.sampled_from([(75, "flat"), (38, "block")]))
@settings(max_examples=50)
def test_a_strip_has_room_for_all_and_is_as_wide_as_it_is_asked_to_be(found, look):
    cloth = strip(found, {}, *look)

    assert {len(row) for row in cloth.grid} == {look[0]}
    assert stitches(cloth, "n") <= STRIP_PLACES
    assert stitches(cloth, "n") * cloth.per_stitch >= cloth.total == sum(found.values())


@pytest.mark.parametrize("total", TOTALS)
def test_a_strip_is_small_at_every_size(total):
    found = spread(total)
    lit = {hue: number // 3 for hue, number in found.items()}

    assert len(str(strip(found, lit))) <= 4_000
    assert len(str(strip(found, lit, 38, "block"))) <= 1_000


def test_a_stitch_stands_for_the_same_number_on_wide_and_narrow_screens():
    assert strip(spread(1_800)).per_stitch == strip(spread(1_800), width=38).per_stitch


@pytest.mark.parametrize(("number", "stitches_of_it"), [(1, 1), (2, 2), (25, 25), (26, 13), (10_000, 25)])
def test_a_marker_has_a_stitch_a_profile_until_it_is_full(number, stitches_of_it):
    place = marker({"climate": number})

    assert [len(row) for row in place.grid] == [5] * 5
    assert sewn(place)["climate"] == stitches_of_it


def test_a_marker_fills_from_its_middle():
    assert marker({"climate": 1}).grid[2] == "..7.."
    assert marker({"climate": 9}).grid == (".....", ".777.", ".777.", ".777.", ".....")


@given(counts)
@settings(max_examples=50)
def test_a_marker_has_a_stitch_of_every_hue_that_is_there(found):
    place = marker(found)

    assert {hue for hue, number in sewn(place).items() if number} == {hue for hue, number in found.items() if number}
    assert sum(sewn(place).values()) <= MARKER_PLACES
    assert sum(sewn(place).values()) * place.per_stitch >= place.total


def test_counts_draw_the_same_whatever_order_they_come_in():
    found = spread(298)
    backwards = dict(reversed(found.items()))

    assert all(cloth(found) == cloth(backwards) for cloth in (community_star, strip, marker))


def test_every_hue_has_a_petal():
    assert set(HUES) <= {hue for hue, number in sewn(community_star(dict.fromkeys(HUES, 1))).items() if number == 1}
