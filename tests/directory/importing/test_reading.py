"""Files are read piece by piece; broken ones are refused with a reason."""

import io
import json
import tracemalloc
from contextlib import suppress

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.importing.reading import examine, read_records
from directory.importing.reasons import FileRefused


def records(content):
    return list(read_records(io.BytesIO(content)))


def refusal(content):
    with pytest.raises(FileRefused) as refused:
        examine(io.BytesIO(content))
    return refused.value.code


def collection(features):
    return b'{"type": "FeatureCollection", "features": [' + features + b"]}"


POINT = b'{"type": "Feature", "properties": {"a": "1"}, "geometry": {"type": "Point", "coordinates": [23.3, 42.7]}}'


def test_a_geojson_feature_is_a_record_with_its_position():
    record = records(collection(POINT))[0]
    assert (record.line, record.values, record.position) == (1, {"a": "1"}, (42.7, 23.3))


def test_the_list_of_features_is_found_wherever_it_stands():
    content = b'{"license": {"deep": [1, 2]}, "features": [' + POINT + b"," + POINT + b'], "type": "FeatureCollection"}'
    assert [record.line for record in records(content)] == [1, 2]


def test_properties_that_are_no_texts_become_texts_or_are_reported():
    properties = {"number": 3, "yes": True, "none": None, "list": ["a", "b"], "nested": {"x": 1}}
    record = records(collection(json.dumps({"type": "Feature", "properties": properties, "geometry": None}).encode()))[
        0
    ]
    assert record.values == {"number": "3", "yes": "yes", "list": "a;b"}
    assert [problem.code for problem in record.problems] == ["structure"]


@pytest.mark.parametrize("coordinates", ["[200, 10]", "[10, 91]", "[NaN, 1]", "[1e999, 0]", '["a", 1]', "[]", "[[[]]]"])
def test_a_position_off_the_earth_refuses_the_row_alone(coordinates):
    bad = b'{"type": "Feature", "properties": {"a": "1"}, "geometry": {"type": "Point", "coordinates": %s}}'
    first, second = records(collection(bad % coordinates.encode() + b"," + POINT))
    assert first.fault.code in ("off_earth", "not_position")
    assert second.fault is None


def test_of_a_shape_the_middle_counts():
    shape = b'{"properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 6], [1, 2]]]}}'
    assert records(collection(shape))[0].position == (4, 2)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_with_the_delimiter_of_its_header(delimiter):
    lines = [["id", "name"], ["1", '"Хляб\nназаем"'], ["2", "Б"]]
    content = "\n".join(delimiter.join(line) for line in lines)
    found = records("\ufeff".encode() + content.encode())
    assert [(record.line, record.values["name"]) for record in found] == [(2, "Хляб\nназаем"), (4, "Б")]


def test_an_apostrophe_that_guards_a_formula_is_no_part_of_the_text():
    found = records(b"id,name,x\n1,'=1+1,'plain\n2,=1+1,-5\n")
    assert [record.values["name"] for record in found] == ["=1+1", "=1+1"]
    assert [record.values["x"] for record in found] == ["'plain", "-5"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no_header"),
        (b"id,name\n", "empty"),
        (b",,\n1,2,3\n", "no_header"),
        (b"id,id\n1,2\n", "column_twice"),
        ("id,name\n1,Хляб\n".encode("cp1251"), "not_utf8"),
        ("id,name\n1,a\n".encode("utf-16"), "not_utf8"),
        (b"id,name\n1,a\0b\n", "nul"),
        (b'id,name\n1,"never closed\n2,b\n', "broken_csv"),
        (b"id,name\n1," + b"x" * 1_100_000 + b"\n", "long_line"),
        (b"id,name\n1," + b"x" * 200_000 + b"\n", "broken_csv"),
        (b"PK\x03\x04 a spreadsheet", "packed"),
        (b"\x1f\x8b packed", "packed"),
        (collection(b""), "empty"),
        (b'{"type": "FeatureCollection"}', "not_geojson"),
        (b"[1, 2]", "not_geojson"),
        (b'{"features": 3}', "not_geojson"),
        (collection(POINT)[:-2], "cut_json"),
        (collection(POINT)[:-40], "cut_json"),
        (collection(POINT) + b"x", "broken_json"),
        (collection(b'{"a" "b"}' + b" " * 200), "broken_json"),
        (collection(b'{"a": "' + b"x" * 2_000_000 + b'"}'), "long_entry"),
        (collection(b"[" * 100_000), "nested"),
        (collection(b'{"a": "\xff"}'), "not_utf8"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(content, code):
    assert refusal(content) == code


def test_a_reason_is_said_in_the_readers_language():
    with override("en"):
        assert str(FileRefused("long_line", line=3)) == "Line 3 is longer than 1 MB."
    with override("bg"):
        assert str(FileRefused("long_line", line=3)) == "Ред 3 е по-дълъг от 1 MB."


def test_a_row_with_other_than_the_headers_cells_is_refused_alone():
    found = records(b"id,name\n1,a,b\n2\n3,c\n")
    assert [record.fault and record.fault.code for record in found] == ["cells", "cells", None]


class _Endless(io.RawIOBase):
    """A file of many entries that is nowhere whole."""

    def __init__(self, head, entry, tail, number):
        self._parts = [head, *(entry for _each in range(number)), tail]
        self._at, self._rest = 0, b""

    def seek(self, position, whence=0):
        self._at, self._rest = 0, b""
        return 0

    def read(self, size=-1):
        while len(self._rest) < size and self._at < len(self._parts):
            self._rest += self._parts[self._at]
            self._at += 1
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece


def test_a_large_file_takes_the_memory_of_one_entry():
    entry = b'{"type": "Feature", "properties": {"a": "' + b"x" * 20_000 + b'"}},'
    file = _Endless(b'{"features": [', entry, POINT + b"]}", 1000)
    tracemalloc.start()
    assert sum(1 for _record in read_records(file)) == 1001
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=300).map(str.encode),
        st.text(alphabet='{}[]",:\\ \n;afe1-', max_size=300).map(str.encode),
    )
)
def test_no_bytes_crash_the_reader(content):
    with suppress(FileRefused):
        examine(io.BytesIO(content))


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_values, max_size=4), st.integers(min_value=0, max_value=200))
def test_no_json_crashes_the_reader_wherever_it_ends(features, end):
    content = json.dumps({"features": features}).encode()
    for part in (content, content[:end]):
        with suppress(FileRefused):
            for record in read_records(io.BytesIO(part)):
                assert all(isinstance(value, str) for value in record.values.values())
