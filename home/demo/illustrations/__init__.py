"""The pictures of the demonstration, stitch by stitch. Nothing in them comes from anywhere else."""

from functools import cache

from home.demo.illustrations.border import needle
from home.demo.illustrations.bulgaria import six_centres
from home.demo.illustrations.land import seven_hills, village_house
from home.demo.illustrations.people import horo, round_table
from home.demo.illustrations.water import bridge, sea_and_boats

SCENES = {
    "seven-hills": seven_hills,
    "round-table": round_table,
    "village-house": village_house,
    "six-centres": six_centres,
    "sea-and-boats": sea_and_boats,
    "bridge": bridge,
    "horo": horo,
    "needle": needle,
}


@cache
def draw(key):
    """The picture `key` as PNG, 1600 × 900 pixels, the same bytes every time."""
    return SCENES[key]().png()
