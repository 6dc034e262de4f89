import pytest
from django.template import Context, Template

from core.weave.hues import HUES
from core.weave.numerals import numerals
from core.weave.sampler import sampler
from core.weave.signs import MARK, SIGNS


def letters(grid):
    return "".join(grid)


@pytest.mark.parametrize("digits", ["400", "403", "404", "414", "500", "1", "0123456789"])
def test_one_stitch_has_dropped_from_a_number_and_lies_beside_it(digits):
    grid = numerals(digits)

    assert letters(grid).count("n") == 1
    assert letters(grid).count("r") == 1
    assert len({len(row) for row in grid}) == 1


def test_a_nought_has_a_heart():
    assert "a" in letters(numerals("404"))
    assert "a" not in letters(numerals("414"))


def test_a_sampler_has_all_hues_and_one_red_stitch_to_begin_the_ninth():
    grid = letters(sampler("stitch"))

    assert {letter for letter in grid if letter.isdigit()} == {str(number) for number in range(len(HUES))}
    assert grid.count("r") == 1
    assert "n" in grid


def test_every_hue_has_a_sign_of_seven_by_seven():
    assert set(SIGNS) == set(HUES)
    assert {(len(sign), len(row)) for sign in SIGNS.values() for row in sign} == {(7, 7)}


def test_the_mark_has_its_one_red_stitch_in_the_middle():
    assert letters(MARK).count("r") == 1
    assert MARK[3][4] == "r"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{% motif slug hue %}", 'viewBox="0 0 15 15"'),
        ("{% motif slug None %}", 'viewBox="0 0 15 15"'),
        ('{% motif slug hue n=11 stitch="block" %}', 'class="weave weave-block" viewBox="0 0 11 11"'),
        ("{% sign hue %}", 'class="weave weave-tiny" viewBox="0 0 7 7"'),
        ('{% sign "no such hue" %}', 'viewBox="0 0 7 7"'),
        ('{% frieze slug hue "cover" %}', '<pattern id="cover"'),
        ("{% mark %}", 'viewBox="0 0 9 7"'),
        ('{% sampler "stitch" %}', 'class="a hue-climate"'),
        ("{% numerals 404 %}", 'viewBox="0 0 38 14"'),
        ("{% stitch %}", 'viewBox="0 0 1 1"'),
        ("{% community_star counts hue %}", 'class="r"'),
        ("{% community_star counts as star %}{{ star }}", 'class="a hue-climate"'),
        ("{% strip counts %}", 'class="a hue-climate" d="M0 0'),
        ("{% strip counts lit %}", 'class="n"'),
        ('{% strip counts lit width=38 stitch="block" %}', 'class="weave weave-block" viewBox="0 0 38 1"'),
        ("{% marker counts %}", 'class="weave weave-block weave-pin" viewBox="0 0 5 5"'),
        ("{% bar 0.5 %}", 'class="weave weave-block bar"'),
    ],
)
def test_tags_draw(tag, expected):
    context = {"slug": "trapeza", "hue": "climate", "counts": {"climate": 3}, "lit": {"climate": 1}}
    drawing = Template("{% load weave %}" + tag).render(Context(context))

    assert drawing.startswith("<svg")
    assert expected in drawing


def test_a_cloth_tells_its_caption_what_a_stitch_stands_for():
    caption = "{% load weave %}{% community_star counts as star %}{{ star.per_stitch }} of {{ star.total }}"

    assert Template(caption).render(Context({"counts": {"climate": 500}})) == "20 of 500"


def test_a_strip_without_filters_is_all_in_colour():
    drawing = Template("{% load weave %}{% strip counts lit %}").render(Context({"counts": {"climate": 3}}))

    assert 'class="n"' not in drawing
