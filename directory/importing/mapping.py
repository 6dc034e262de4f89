"""How the columns and values of a file become ours: read from TOML, kept with each run as JSON."""

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from directory.importing.cleaning.languages import as_tag
from directory.importing.reasons import FileRefused
from directory.importing.targets import NEEDED, PER_LANGUAGE, Target

SHIPPED = Path(__file__).parent / "mappings"

_ANY_LANGUAGE = "*"


@dataclass(frozen=True)
class Mapping:
    """`columns` has the target of each column; "*" at the end of both stands for any language.

    `values` has, by column and value, the words that it means ("topics:food", "kind:cooperative"); `topics` the labels
    of topics that it may need; `remove` phrases that are no text. `language` is that of texts without a mark, where it
    is known. Columns that are not named are left out.
    """

    columns: dict
    values: dict = field(default_factory=dict)
    topics: dict = field(default_factory=dict)
    remove: tuple = ()
    separator: str = ";"
    language: str = ""

    @classmethod
    def from_json(cls, data):
        """Raises FileRefused where it is no mapping."""
        unknown = set(data) - set(cls.__dataclass_fields__)
        if unknown:
            raise FileRefused("bad_mapping", problem=", ".join(sorted(unknown)))
        if not data.get("columns"):
            raise FileRefused("bad_mapping", problem="columns")
        for column, target in data["columns"].items():
            name, colon, language = target.partition(":") if isinstance(target, str) else ("", "", "")
            fits = (
                column.endswith(_ANY_LANGUAGE) if language == _ANY_LANGUAGE else bool(as_tag(language)) == bool(colon)
            )
            if name not in Target.values or not fits or (colon and name not in PER_LANGUAGE):
                raise FileRefused("bad_mapping", problem=f"{column} = {target}")
        for words in _lists(data.get("values") or {}):
            if not all(isinstance(word, str) and word.partition(":")[2] for word in words):
                raise FileRefused("bad_mapping", problem=str(words))
        return cls(**data | {"remove": tuple(data.get("remove", ()))})

    def as_json(self):
        return {name: getattr(self, name) for name in self.__dataclass_fields__} | {"remove": list(self.remove)}

    def target_of(self, column):
        """(Target, language or "") that `column` is brought into, or None."""
        if column not in self._known:
            self._known[column] = self._find(column)
        return self._known[column]

    def covers(self, target):
        """Whether any column is brought into `target`."""
        return any(name.partition(":")[0] == target for name in self.columns.values())

    def refuse_missing(self, columns):
        """Raise FileRefused where `columns` lack what no row can do without."""
        found = {target[0] for column in columns if (target := self.target_of(column))}
        for target in NEEDED:
            if target not in found:
                raise FileRefused("column_missing", field=str(target.label))

    @cached_property
    def _known(self):
        return {}

    @cached_property
    def order(self):
        """The place of each column in the mapping: the first of several for one target counts most."""
        return {column: place for place, column in enumerate(self.columns)}

    def _find(self, column):
        if column in self.columns:
            name, _colon, language = self.columns[column].partition(":")
            return Target(name), as_tag(language) if language else ""
        for pattern, target in self.columns.items():
            prefix = pattern.removesuffix(_ANY_LANGUAGE)
            if prefix != pattern and column.startswith(prefix) and (language := as_tag(column.removeprefix(prefix))):
                return Target(target.partition(":")[0]), language
        return None


def _lists(values):
    for by_value in values.values():
        yield from by_value.values()


def own_format():
    """The mapping of what our own export writes."""
    columns = {target.value: target.value for target in Target}
    columns |= {f"{target.value}:*": f"{target.value}:*" for target in PER_LANGUAGE}
    return Mapping(columns=columns)


def read_mapping(path):
    """The mapping in a TOML file. Raises FileRefused where it can't be used."""
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileRefused("bad_mapping", problem=str(error)) from error
    return Mapping.from_json(data)


def shipped_mappings():
    """{name: mapping} of those that come with the program, our own format first."""
    return {"own": own_format()} | {path.stem: read_mapping(path) for path in sorted(SHIPPED.glob("*.toml"))}


def guess_mapping(columns):
    """The shipped mapping that most of `columns` are named in."""
    return max(shipped_mappings().values(), key=lambda mapping: sum(bool(mapping.target_of(name)) for name in columns))
