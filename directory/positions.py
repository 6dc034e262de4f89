"""Distances between positions in degrees (WGS 84)."""

import math

KM_A_DEGREE = 111.32
# A profile's own position lies no farther from the settlement that it names.
FARTHEST_KM = 60


def distance_km(first, second):
    """Kilometres between two (latitude, longitude) pairs, by the haversine formula on a sphere of 6,371 km."""
    north, east = (math.radians(b - a) for a, b in zip(first, second, strict=True))
    across = math.cos(math.radians(first[0])) * math.cos(math.radians(second[0])) * math.sin(east / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, math.sin(north / 2) ** 2 + across)))
