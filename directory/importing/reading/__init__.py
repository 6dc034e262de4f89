from directory.importing.reading.files import Facts, examine, read_records
from directory.importing.reading.records import Record

__all__ = ["Facts", "Record", "examine", "read_records"]
