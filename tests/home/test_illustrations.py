"""The pictures of the demonstration: one for each key, the same on every machine, one red stitch that differs."""

from io import BytesIO

import pytest
from PIL import Image

from home.demo.illustrations import SCENES, draw
from home.demo.illustrations.cloth import BARE, THREADS
from home.demo.texts import load

RED_STITCHES = dict.fromkeys(SCENES, 1) | {"six-centres": 6}
KEYS = sorted(SCENES)


def test_every_picture_that_the_content_names_can_be_drawn():
    assert {entry["key"] for entry in load("illustrations")["illustrations"]} == set(SCENES)


@pytest.mark.parametrize("key", KEYS)
def test_a_picture_is_large_enough_for_a_cover_and_small_enough_for_a_repository(key):
    content = draw(key)

    assert Image.open(BytesIO(content)).size == (1600, 900)
    assert len(content) < 40_000


@pytest.mark.parametrize("key", KEYS)
def test_a_picture_is_the_same_every_time(key):
    assert SCENES[key]().png() == SCENES[key]().png()


@pytest.mark.parametrize("key", sorted(set(KEYS) - {"needle"}))
def test_the_red_stitch_stands_alone(key):
    rows = SCENES[key]().rows

    assert sum(row.count("r") for row in rows) == RED_STITCHES[key]


def test_the_red_thread_of_the_needle_is_one_line():
    red = {(x, y) for y, row in enumerate(SCENES["needle"]().rows) for x, thread in enumerate(row) if thread == "r"}
    reached, open_ends = set(), [min(red)]
    while open_ends:
        x, y = open_ends.pop()
        reached.add((x, y))
        around = {(x + across, y + down) for across in (-1, 0, 1) for down in (-1, 0, 1)}
        open_ends += (around & red) - reached

    assert reached == red
    assert len(red) > 50


@pytest.mark.parametrize("key", KEYS)
def test_all_threads_are_in_the_basket(key):
    assert {thread for row in SCENES[key]().rows for thread in row} <= {*THREADS, BARE}
