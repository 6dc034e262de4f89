"""CSV as spreadsheets write it: UTF-8; comma, semicolon or tab; the first line names the columns."""

import csv
import re

from directory.importing.reading.records import LIMIT, MOST_COLUMNS, Record, plain
from directory.importing.reasons import FileRefused, Problem

DELIMITERS = ",;\t"
_QUOTED = re.compile(r'"[^"]*"')
# Exports put an apostrophe before what spreadsheets would take for a formula (OWASP, CSV injection).
_GUARDED = re.compile(r"\A'(?=[=+\-@\t\r'])")


def csv_records(file):
    """The records of `file`. Raises FileRefused."""
    lines = _Lines(file)
    header = next(lines, "")
    columns = _columns(header, _delimiter(header))
    rows = csv.reader(lines, delimiter=_delimiter(header), strict=True)
    while True:
        # A record begins after the last line that was read; its cells may have lines of their own.
        line = lines.number + 1
        lines.in_record = 0
        try:
            cells = next(rows, None)
        except csv.Error as error:
            raise FileRefused("broken_csv", line=line) from error
        if cells is None:
            return
        if any(cells):
            yield _record(line, columns, cells)


class _Lines:
    """The lines of a file as texts; none, nor the lines of one record together, longer than `LIMIT`."""

    def __init__(self, file):
        self._file = file
        self.number = self.in_record = 0

    def __iter__(self):
        return self

    def __next__(self):
        line = self._file.readline(LIMIT + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.in_record += len(line)
        if self.in_record > LIMIT:
            raise FileRefused("long_line", line=self.number)
        if b"\0" in line:
            raise FileRefused("nul", line=self.number)
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise FileRefused("not_utf8", line=self.number) from error


def _delimiter(header):
    bare = _QUOTED.sub("", header)
    return max(DELIMITERS, key=bare.count)


def _columns(header, delimiter):
    try:
        columns = [cell.strip() for cell in next(csv.reader([header], delimiter=delimiter, strict=True), [])]
    except csv.Error as error:
        raise FileRefused("broken_csv", line=1) from error
    named = [column for column in columns if column]
    if not named:
        raise FileRefused("no_header")
    if len(named) > MOST_COLUMNS:
        raise FileRefused("many_columns", limit=MOST_COLUMNS)
    for column in named:
        if named.count(column) > 1:
            raise FileRefused("column_twice", column=column[:80])
    return columns


def _record(line, columns, cells):
    fault = None
    if len(cells) < len(columns) or any(cells[len(columns) :]):
        params = {"cells": len(cells), "columns": len(columns)}
        fault = Problem("", "", "cells", params)
    pairs = zip(columns, cells, strict=False)
    return Record(line, {column: _GUARDED.sub("", plain(cell), 1) for column, cell in pairs if column}, fault=fault)
