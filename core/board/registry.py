"""What the translation board shows: apps register a source of rows in `AppConfig.ready()`."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import npgettext_lazy, pgettext_lazy


class State(TextChoices):
    """How a thing stands in one language. The order is that of urgency: readers see what is stale."""

    STALE = "stale", pgettext_lazy("state of a translation", "Out of date")
    DRAFT = "draft", pgettext_lazy("state of a translation", "Draft")
    MISSING = "missing", pgettext_lazy("state of a translation", "Missing")
    CURRENT = "current", pgettext_lazy("state of a translation", "Current")
    ORIGINAL = "original", pgettext_lazy("state of a translation", "Original")


# Said beside a number: `COUNTED[state] % number`.
COUNTED = {
    State.STALE: npgettext_lazy("states of translations", "out of date", "out of date"),
    State.DRAFT: npgettext_lazy("states of translations", "draft", "drafts"),
    State.MISSING: npgettext_lazy("states of translations", "missing", "missing"),
    State.CURRENT: npgettext_lazy("states of translations", "current", "current"),
}


class Action(TextChoices):
    """What can be done about it in place; whoever opens a thing follows its link."""

    TRANSLATE = "translate", pgettext_lazy("button on the translation board", "Translate")
    UPDATE = "update", pgettext_lazy("button on the translation board", "Update")


@dataclass(frozen=True)
class Cell:
    """A thing in one language. `url` opens it for the user; empty where they may not or there is nothing."""

    state: State
    url: str = ""
    action: Action | None = None
    behind: bool = False  # a draft whose original has changed since


@dataclass(frozen=True)
class Row:
    """One thing in all languages. `key` is the source's own, and unique in it."""

    source: str
    key: str
    title: str
    kind: str
    language: str
    changed_at: datetime | None
    cells: dict = field(default_factory=dict)  # language code: Cell


class Source(ABC):
    """Things of one kind or several that are translated. It asks a fixed number of queries, however many there are."""

    name = ""

    @abstractmethod
    def rows(self, user):
        """The `Row`s that `user` may see, in any order."""

    @abstractmethod
    def translate(self, user, key, language):
        """Begin the translation of what is missing in `language`; return the address of its editor.

        Raises:
            PermissionDenied, Http404: `user` may not, or there is no such thing.
        """

    @abstractmethod
    def update(self, user, key, language):
        """Bring what changed in the original to its translation, unpublished; as `translate`."""


_sources = {}


def register(source):
    """Put the rows of `source` on the board; a source of the same name gives way."""
    _sources[source.name] = source


def unregister(name):
    _sources.pop(name, None)


def sources():
    return list(_sources.values())


def source_named(name):
    """The registered source, or None."""
    return _sources.get(name)
