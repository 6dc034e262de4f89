"""CSV and XLSX as records: {column: text} with the line."""

import zipfile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from directory.importing.reading.csv_rows import csv_records
from directory.importing.reading.records import Record, plain
from directory.importing.reasons import FileRefused

LARGEST_FILE = 10 * 1024 * 1024
# What a workbook may unpack to: more is a decompression bomb.
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_COLUMNS = 50
_ZIP = b"PK\x03\x04"


def records(file):
    """The records of a file that is open for reading bytes. Raises FileRefused."""
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    return _workbook_records(file) if start == _ZIP else csv_records(file)


def _workbook_records(file):
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise FileRefused("large_file", limit=LARGEST_UNPACKED // 1024 // 1024)
        file.seek(0)
        sheet = load_workbook(file, read_only=True, data_only=True).worksheets[0]
        rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
        columns = [_text(cell) for cell in next(rows, ())]
        if not any(columns):
            raise FileRefused("no_header")
        for line, cells in enumerate(rows, 2):
            if any(cell is not None for cell in cells):
                yield Record(line, {name: _text(cell) for name, cell in zip(columns, cells, strict=False) if name})
    except (zipfile.BadZipFile, InvalidFileException, KeyError, IndexError, ValueError) as error:
        raise FileRefused("packed") from error


def _text(cell):
    if cell is None:
        return ""
    if hasattr(cell, "date"):
        return cell.date().isoformat()
    return plain(str(cell)).strip()
