"""Which part of the Earth a drawn map shows, and where on the drawing a position is."""

import math
from dataclasses import dataclass

WIDTH = 52  # units of a drawing; one unit is a stitch of land
FLATTEST, STEEPEST = 0.5, 0.75  # height as a share of the width
LEAST = 6.0  # degrees of latitude around what lies close together
MARGIN = 0.08  # of the span, around what is shown
NORTHERNMOST = 84.0


@dataclass(frozen=True)
class Frame:
    """A part of the Earth (degrees). Its distances are true in its middle (equirectangular projection)."""

    west: float
    south: float
    east: float
    north: float

    @property
    def degree(self):
        """How many units a degree of longitude has."""
        return WIDTH / (self.east - self.west)

    @property
    def rise(self):
        """How many units a degree of latitude has."""
        return self.degree / _shrink(self.south, self.north)

    @property
    def height(self):
        return (self.north - self.south) * self.rise

    def place(self, latitude, longitude):
        """(x, y) of a position."""
        return (longitude - self.west) * self.degree, (self.north - latitude) * self.rise

    def holds(self, other):
        inside = self.south <= other.south and other.north <= self.north
        return inside and self.west <= other.west and other.east <= self.east


BULGARIA = Frame(22.2, 41.1, 28.8, 44.35)
EARTH = Frame(-170.0, -58.0, 190.0, 78.0)


def frame_around(west, south, east, north):
    """The frame for positions within these bounds: Bulgaria where that holds them, else some air around them."""
    bounds = Frame(west, south, east, north)
    if BULGARIA.holds(bounds):
        return BULGARIA
    middle, centre = (north + south) / 2, (west + east) / 2
    tall = max(north - south, LEAST) * (1 + 2 * MARGIN)
    shrink = _shrink(south, north)
    wide = max((east - west) * (1 + 2 * MARGIN), tall / shrink / STEEPEST)
    if wide > EARTH.east - EARTH.west:
        return EARTH
    tall = max(tall, wide * shrink * FLATTEST)
    top = min(middle + tall / 2, NORTHERNMOST)
    return Frame(centre - wide / 2, top - tall, centre + wide / 2, top)


def _shrink(south, north):
    return max(math.cos(math.radians((south + north) / 2)), 0.1)
