"""How far apart two places are, near enough to order by it."""

import math

from django.db.models import F, Value


def square_distance(latitude, longitude):
    """An expression: from the `latitude` and `longitude` of a row to here, in square degrees of latitude."""
    shrink = math.cos(math.radians(latitude)) ** 2
    north, east = F("latitude") - Value(latitude), F("longitude") - Value(longitude)
    return north * north + east * east * Value(shrink)
