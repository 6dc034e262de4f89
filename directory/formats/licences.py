"""Under which licence the open data is given away: the setting OPEN_DATA_LICENCE names it by its SPDX identifier."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Licence:
    """`spdx` is its identifier (spdx.org/licenses), `url` where its text stands."""

    spdx: str
    name: str
    url: str

    def as_json(self):
        return {"id": self.spdx, "name": self.name, "url": self.url}


LICENCES = {
    licence.spdx: licence
    for licence in (
        Licence("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        Licence("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        Licence("ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
        Licence("ODC-By-1.0", "ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
        Licence("PDDL-1.0", "PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    )
}


def open_data_licence():
    """The `Licence` in force."""
    return LICENCES[settings.OPEN_DATA_LICENCE]
