"""A drawn map as context of templates/directory/map_drawing.html."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.maps.frames import LEAST, WIDTH, frame_around
from directory.maps.land import land
from directory.maps.pins import Pin, frame_and_pins
from taxonomy.models import Place

MOST_NAMES = 12
LETTER, LINE = 0.72, 1.6  # units that a letter is wide and a line is high
GAP = 0.5


@dataclass(frozen=True)
class Label:
    """Words beside a diamond; `anchor` is the end of them that is at (x, y)."""

    text: str
    number: int
    x: float
    y: float
    anchor: str

    @property
    def box(self):
        """(left, top, right, bottom)."""
        width = LETTER * (len(self.text) + len(str(self.number)) + 1)
        left = self.x if self.anchor == "start" else self.x - width
        return left, self.y - LINE, left + width, self.y + LINE / 3


def drawing_of(filters):
    """The map of what `filters` find, or None where nothing of it has a position."""
    frame, pins = frame_and_pins(filters)
    if frame is None:
        return None
    known = {place for pin in pins for place, _number in pin.places.most_common(3)}
    places = Place.objects.filter(pk__in=known).values_list("pk", "labels")
    labels = {pk: texts.text(filters.language) for pk, texts in places}
    return _drawing(frame, pins, labels) | {"labels": _labels(pins, labels, frame)}


def drawing_at(position, theme):
    """The small map with one diamond at `position`."""
    latitude, longitude = position
    around = LEAST / 2
    frame = frame_around(longitude, latitude, longitude, latitude)
    if not frame.west < longitude < frame.east:
        frame = frame_around(longitude - around, latitude - around, longitude + around, latitude + around)
    pin = Pin(*frame.place(latitude, longitude), Counter({theme: 1}))
    return _drawing(frame, [pin], {})


def _drawing(frame, pins, labels):
    stitches, borders = land(frame)
    return {
        "width": WIDTH,
        "height": round(frame.height, 1),
        "stitches": stitches,
        "borders": borders,
        "pins": [{"title": _title(pin, labels), "paths": pin.stitches()} for pin in pins],
    }


def _title(pin, labels):
    number = ngettext("%(count)s profile", "%(count)s profiles", pin.number) % {"count": pin.number}
    names = pin.names(labels)
    return _("%(places)s: %(profiles)s") % {"places": ", ".join(names), "profiles": number} if names else number


def _labels(pins, labels, frame):
    """As many names of the largest diamonds as have room."""
    placed, taken = [], [_box(pin) for pin in pins]
    for pin in pins:
        if len(placed) == MOST_NAMES or not (names := pin.names(labels)):
            continue
        beside = pin.radius + GAP
        right = Label(names[0], pin.number, pin.x + beside, pin.y + LINE / 3, "start")
        left = Label(names[0], pin.number, pin.x - beside, pin.y + LINE / 3, "end")
        free = (label for label in (right, left) if _has_room(label.box, taken, frame))
        if label := next(free, None):
            placed.append(label)
            taken.append(label.box)
    return placed


def _box(pin):
    return pin.x - pin.radius, pin.y - pin.radius, pin.x + pin.radius, pin.y + pin.radius


def _has_room(box, taken, frame):
    left, top, right, bottom = box
    if left < 0 or right > WIDTH or top < 0 or bottom > frame.height:
        return False
    return not any(left < box[2] and right > box[0] and top < box[3] and bottom > box[1] for box in taken)
