"""Why a file, a row or a value was not taken as it is. Stored as a code, said in the reader's language."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

REASONS = {
    # Files: nothing of them is taken.
    "empty": _("There is no entry in the file."),
    "packed": _("The file is packed or a spreadsheet. Please save it as CSV (UTF-8) or GeoJSON."),
    "not_utf8": _("The file isn’t in UTF-8 (line %(line)s). Please save it in that encoding."),
    "nul": _("The file has characters in line %(line)s that no text has."),
    "long_line": _("Line %(line)s is longer than 1 MB."),
    "long_entry": _("Entry %(line)s is larger than 1 MB."),
    "large_file": _("The file is larger than %(limit)s MB."),
    "broken_csv": _("Line %(line)s can’t be read as CSV. Is a quotation mark missing?"),
    "no_header": _("The first line doesn’t name the columns."),
    "column_twice": _("The column “%(column)s” is there twice."),
    "many_rows": _("The file has more than %(limit)s rows. Please split it."),
    "many_columns": _("The file has more than %(limit)s columns."),
    "broken_json": _("The file can’t be read as JSON from entry %(line)s on."),
    "cut_json": _("The file ends in the middle, after entry %(line)s."),
    "nested": _("Entry %(line)s is nested too deeply."),
    "not_geojson": _("The file is JSON, but no GeoJSON with a list of “features”."),
    "column_missing": _("No column of the file is mapped to “%(field)s”."),
    "file_changed": _("The file is not the one that this import began with."),
    "file_gone": _("The file isn’t kept any more."),
    "bad_mapping": _("The mapping can’t be used: %(problem)s"),
    # Rows: refused, the others go on.
    "cells": _("The row has %(cells)s cells, the first line names %(columns)s."),
    "no_id": _("The row has no identifier."),
    "long_id": _("The identifier is longer than 200 characters."),
    "id_twice": _("An earlier row of the file has the same identifier."),
    "no_name": _("The row has no name."),
    "off_earth": _("There is no such position on Earth."),
    "not_position": _("This isn’t a position."),
    "no_feature": _("This entry is no GeoJSON feature."),
    # Rows that a person must look at.
    "kept": _("Somebody has changed this here since the last import. Their version stays."),
    "draft": _("Somebody is working on a draft of this profile. Nothing was changed."),
    "locked": _("The profile is locked. Nothing was changed."),
    "deleted": _("Somebody deleted this profile here. It isn’t created again."),
    "slug_taken": _("Another profile has this address. The profile got another one."),
    # Values: left out or mended, the row is taken.
    "possible": _("Another entry has the same name: %(other)s."),
    "likely": _("Another entry has the same name and lies in the same place: %(other)s."),
    "country_waits": _("Nobody has decided yet which country this is."),
    "country_elsewhere": _("The position lies in another country: %(country)s. The position decides."),
    "country_from_position": _("Nobody knows this country. The position says: %(country)s."),
    "value_waits": _("Nobody has decided yet what this value means here."),
    "nowhere": _("The position 0, 0 means that there is none."),
    "swapped": _("Latitude and longitude were swapped. They were put right."),
    "contact": _("A contact address was cut out. None is published."),
    "link": _("This is no web address."),
    "link_mended": _("The web address was completed: %(address)s"),
    "link_contact": _("The web address has a contact address in it."),
    "long": _("The text is longer than %(limit)s characters and was cut."),
    "text_twice": _("There are two texts in this language. The marked one was taken."),
    "not_number": _("This is no year from 1800 on."),
    "not_date": _("This is no date (YYYY-MM-DD)."),
    "not_choice": _("This is none of the possible values."),
    "second_value": _("Only one value is possible here. The first one was taken."),
    "structure": _("The value is a structure, no text."),
}


def say(code, params=None):
    """The reason `code` in the reader's language."""
    return str(REASONS[code]) % (params or {})


@dataclass(frozen=True)
class Problem:
    """What is wrong with one value of a row; `value` is shown to editors, so it never has a contact address."""

    field: str
    value: str
    code: str
    params: dict = field(default_factory=dict)

    def __str__(self):
        return say(self.code, self.params)

    def as_json(self):
        return {"field": self.field, "value": self.value[:200], "code": self.code, "params": self.params}


class FileRefused(Exception):
    """Nothing of the file can be taken. `str()` says why in the reader's language."""

    def __init__(self, code, **params):
        super().__init__(code)
        self.code, self.params = code, params

    def __str__(self):
        return say(self.code, self.params)

    def as_json(self):
        return {"code": self.code, "params": self.params}
