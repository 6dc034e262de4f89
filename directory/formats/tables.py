"""CSV (RFC 4180) for spreadsheets: one row a profile, in words of the reader's language."""

import csv

from core.spreadsheets import harmless
from directory.formats.answers import stream
from directory.formats.records import FIELDS, record
from directory.formats.walking import walk

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take Cyrillic for something else
SEPARATOR = "; "
ROWS_A_PIECE = 50


def as_csv(request, filters):
    rows = walk(filters, request.GET.get("after", ""))
    records = (record(row, filters.language, request.build_absolute_uri) for row in rows)
    cells = ([cell(one[name]) for name in FIELDS] for one in records)
    return stream(request, lines(FIELDS, cells), "text/csv; charset=utf-8; header=present", "profiles.csv")


def lines(names, rows):
    """The text of a table in pieces; `rows` are lists of cells."""
    writer = csv.writer(_Echo())
    piece = [BYTE_ORDER_MARK, writer.writerow(names)]
    for row in rows:
        piece.append(writer.writerow(row))
        if len(piece) >= ROWS_A_PIECE:
            yield "".join(piece)
            piece = []
    yield "".join(piece)


def cell(value):
    """`value` of a record as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, dict):
        value = value["label"]
    elif isinstance(value, list):
        value = SEPARATOR.join(one["label"] if isinstance(one, dict) else one for one in value)
    return harmless(value)


class _Echo:
    """A file for csv.writer whose `write` hands the line back, and with it `writerow`."""

    def write(self, line):
        return line
