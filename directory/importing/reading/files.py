"""Files as streams of records: the format is recognised, broken files are refused with a reason."""

import hashlib
from dataclasses import dataclass, field

from directory.importing.reading.csv_rows import csv_records
from directory.importing.reading.geojson import geojson_records
from directory.importing.reading.records import MOST_COLUMNS
from directory.importing.reasons import FileRefused

MEGABYTE = 1024 * 1024
LARGEST_FILE = 500 * MEGABYTE
_CHUNK = 256 * 1024
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"%PDF", b"\xd0\xcf\x11\xe0")
_NOT_UTF8 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


@dataclass
class Facts:
    """What a file turned out to be. `columns` has, in their order, an example value of each."""

    total: int = 0
    digest: str = ""
    columns: dict = field(default_factory=dict)


def read_records(file):
    """The records of a file that is open for reading bytes, one after the other. Raises FileRefused, maybe midway."""
    file.seek(0)
    start = file.read(64)
    file.seek(0)
    if start.startswith(_PACKED):
        raise FileRefused("packed")
    if start.startswith(_NOT_UTF8):
        raise FileRefused("not_utf8", line=1)
    text = start.removeprefix(_BOM).lstrip()
    return geojson_records(file) if text.startswith((b"{", b"[")) else csv_records(file)


def examine(file):
    """The `Facts` of a file, read once to its end without keeping it. Raises FileRefused where it can't be imported."""
    facts = Facts(digest=_digest(file))
    for record in read_records(file):
        facts.total += 1
        for column, value in record.values.items():
            if not facts.columns.get(column):
                facts.columns[column] = value[:80]
        if len(facts.columns) > MOST_COLUMNS:
            raise FileRefused("many_columns", limit=MOST_COLUMNS)
    if not facts.total:
        raise FileRefused("empty")
    return facts


def _digest(file):
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(_CHUNK):
        size += len(chunk)
        if size > LARGEST_FILE:
            raise FileRefused("large_file", limit=LARGEST_FILE // MEGABYTE)
        digest.update(chunk)
    return digest.hexdigest()
