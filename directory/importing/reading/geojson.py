"""GeoJSON (RFC 7946), read feature by feature so that a file of any size needs the memory of one."""

import codecs
import json
import re

from directory.importing.reading.records import LIMIT, Record, plain, position_of
from directory.importing.reasons import FileRefused, Problem

_CHUNK = 64 * 1024
_SPACE = re.compile(r"[ \t\r\n]*")
_LONGEST_NUMBER = 40
# So far before the end of what was read, an error isn't that the rest is missing.
_NEAR_END = 64


def geojson_records(file):
    """The records of `file`; their lines are the numbers of the features. Raises FileRefused."""
    text = _Text(file)
    if not text.skip("{"):
        raise FileRefused("not_geojson")
    found = False
    while not text.skip("}"):
        key = text.value()
        text.expect(":")
        if key == "features" and not found:
            found = True
            yield from _features(text)
        else:
            text.value()
        if not text.skip(","):
            text.expect("}")
            break
    if text.peek():
        raise FileRefused("broken_json", line=text.entry)
    if not found:
        raise FileRefused("not_geojson")


def _features(text):
    if not text.skip("["):
        raise FileRefused("not_geojson")
    if text.skip("]"):
        return
    while True:
        text.entry += 1
        yield _record(text.entry, text.value())
        if not text.skip(","):
            text.expect("]")
            return


class _Text:
    """A JSON text of which only the piece in hand is kept."""

    def __init__(self, file):
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._buffer, self._at, self._ended = "", 0, False
        self.entry = 0

    def peek(self):
        """The next character that isn't space, or "" at the end."""
        while True:
            self._at = _SPACE.match(self._buffer, self._at).end()
            if self._at < len(self._buffer) or not self._read_on():
                return self._buffer[self._at : self._at + 1]

    def skip(self, character):
        """Whether `character` came next; then it is behind us."""
        found = self.peek() == character
        self._at += found
        return found

    def expect(self, character):
        if not self.skip(character):
            raise FileRefused("broken_json" if self.peek() else "cut_json", line=self.entry)

    def value(self):
        """The next value, whole."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                self._refuse_if_broken(error)
            except RecursionError as error:
                raise FileRefused("nested", line=self.entry) from error
            else:
                # A number at the end of what was read may go on.
                if end < len(self._buffer) or self._ended:
                    self._at = end
                    return value
            self._read_on()

    def _refuse_if_broken(self, error):
        cut_off = error.msg.startswith("Unterminated string") or error.pos >= len(self._buffer) - _NEAR_END
        if self._ended or not cut_off:
            code = "cut_json" if cut_off else "broken_json"
            raise FileRefused(code, line=self.entry) from error

    def _read_on(self):
        """Add the next piece to what is in hand. Returns whether there was one."""
        if self._ended:
            return False
        if len(self._buffer) - self._at > LIMIT:
            raise FileRefused("long_entry", line=self.entry)
        chunk = self._file.read(_CHUNK)
        try:
            piece = self._decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            raise FileRefused("not_utf8", line=self.entry) from error
        self._ended = not chunk
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(chunk)


def _integer(digits):
    # Python refuses to read integers of thousands of digits.
    return int(digits) if len(digits) < _LONGEST_NUMBER else float("inf")


_DECODER = json.JSONDecoder(strict=False, parse_int=_integer)


def _record(number, feature):
    if not isinstance(feature, dict) or not isinstance(feature.get("properties") or {}, dict):
        return Record(number, {}, fault=Problem("", "", "no_feature"))
    record = Record(number, {})
    properties = feature.get("properties") or {}
    if "id" in feature:
        properties = {"id": feature["id"]} | properties
    for column, value in properties.items():
        text = _as_text(value)
        if text is None:
            record.problems.append(Problem(plain(column)[:80], "", "structure"))
        elif text:
            record.values[plain(column).strip()] = text
    if geometry := feature.get("geometry"):
        record.position, record.fault = _position(geometry)
    return record


def _as_text(value):
    """A property as text: "" for nothing, None for what is no text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        texts = [_as_text(part) for part in value if not isinstance(part, list)]
        return None if None in texts or len(texts) < len(value) else ";".join(filter(None, texts))
    return None if isinstance(value, dict) else plain(str(value))


def _position(geometry):
    """(position, fault): the point, or the middle of the box around whatever else it is."""
    points = list(_points(geometry.get("coordinates"))) if isinstance(geometry, dict) else []
    if not points:
        return None, Problem("geometry", str(geometry)[:80], "not_position")
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)]
    return position_of(middle[1], middle[0])


def _points(coordinates):
    """The (longitude, latitude) pairs of a geometry's coordinates, however they are nested."""
    waiting = [coordinates]
    while waiting:
        part = waiting.pop()
        if not isinstance(part, list):
            continue
        if len(part) >= 2 and all(isinstance(number, int | float) and not isinstance(number, bool) for number in part):
            yield part[0], part[1]
        else:
            waiting.extend(part)
