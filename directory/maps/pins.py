"""Where on a drawn map the profiles that filters find are; what lies too close together is one diamond."""

import math
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Avg, Count, F, FloatField, Max, Min, Value
from django.db.models.functions import Floor

from core.weave.counted import marker
from core.weave.hues import HUES
from directory.maps.frames import frame_around
from directory.selectors import found

STEP = 0.8  # units from one small diamond to the next
CLOSE = 0.75  # of the sum of two radii
NAMED = 3  # places of a diamond


@dataclass
class Pin:
    """A diamond at (x, y) with the number of profiles by main theme, and by key of the place that they are in."""

    x: float
    y: float
    themes: Counter = field(default_factory=Counter)
    places: Counter = field(default_factory=Counter)

    @property
    def number(self):
        return self.themes.total()

    @property
    def radius(self):
        return 0.7 if self.number == 1 else 2.3 if self.number <= 9 else 3.9

    def take(self, other):
        """Make one of two: where most of the profiles are."""
        self.themes += other.themes
        self.places += other.places

    def is_close_to(self, other):
        return math.hypot(self.x - other.x, self.y - other.y) < CLOSE * (self.radius + other.radius)

    def stitches(self):
        """Pairs of a hue ("" for none) and path data."""
        paths = {}
        for row, line in enumerate(marker(self.themes).grid):
            for column, letter in enumerate(line):
                if letter != ".":
                    hue = list(HUES)[int(letter)] if letter.isdigit() else ""
                    x, y = self.x + (column - row) * STEP, self.y + (column + row - 4) * STEP
                    paths.setdefault(hue, []).append(f"M{x:.1f} {y - 0.72:.2f}l.72 .72-.72 .72-.72-.72z")
        return [(hue, "".join(pieces)) for hue, pieces in paths.items()]

    def names(self, labels):
        """Its places, most profiles first, as far as `labels` know them."""
        return [labels[place] for place, _number in self.places.most_common(NAMED) if place in labels]


def frame_and_pins(filters):
    """The `Frame` of all that filters find, and its `Pin`s, the largest first; (None, []) where none has a position."""
    entries = found(filters).filter(latitude__isnull=False).order_by()
    sides = (Min("longitude"), Min("latitude"), Max("longitude"), Max("latitude"))
    bounds = entries.aggregate(**dict(zip(("west", "south", "east", "north"), sides, strict=True)))
    if bounds["west"] is None:
        return None, []
    frame = frame_around(**bounds)
    cells = entries.annotate(
        column=Floor(F("longitude") * Value(frame.degree), output_field=FloatField()),
        row=Floor(F("latitude") * Value(frame.rise), output_field=FloatField()),
        place=F("profile__place"),
    )
    rows = cells.values_list("column", "row", "place", "theme").annotate(
        number=Count("pk"), south=Avg("latitude"), west=Avg("longitude")
    )
    return frame, _apart(_by_cell(rows, frame))


def _by_cell(rows, frame):
    pins = {}
    for column, row, place, theme, number, latitude, longitude in rows:
        pin = pins.setdefault((column, row), Pin(*frame.place(latitude, longitude)))
        pin.take(Pin(pin.x, pin.y, Counter({theme: number}), Counter({place: number})))
    return sorted(pins.values(), key=lambda pin: (-pin.number, pin.x, pin.y))


def _apart(pins):
    """The same with those that would cover one another taken together; a merged one may then cover a third."""
    kept = []
    for pin in pins:
        near = next((other for other in kept if other.is_close_to(pin)), None)
        if near:
            near.take(pin)
        else:
            kept.append(pin)
    kept.sort(key=lambda pin: (-pin.number, pin.x, pin.y))
    return kept if len(kept) == len(pins) else _apart(kept)
