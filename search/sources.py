"""What can be found: a registry that apps fill in `AppConfig.ready()`. Search itself knows no app."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.fields import PerLanguage


@dataclass(frozen=True)
class Text:
    """What an object says in one language. `names` are more that it's known by there: authors, former names."""

    language: str
    title: str
    summary: str = ""
    text: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What a reader of one of the site's languages is shown: a text, at an address, of the row `pk`."""

    text: Text
    url: str
    pk: int


@dataclass(frozen=True)
class Findable:
    """A public object. `shown` has each language of the site, `texts` all that it says, in whatever language.

    `labels` are what its topics, terms and places are called; `facets` the values that it's found under.
    """

    object_id: str
    shown: Mapping[str, Shown]
    texts: tuple[Text, ...]
    labels: tuple[PerLanguage, ...] = ()
    facets: Mapping[str, Collection[str]] = field(default_factory=dict)
    date: datetime.date | None = None


class Source(ABC):
    """Objects of one kind. `kind` stands in addresses; `label` is what people call them, `singular` one of them;
    `dated`: whether readers are told the day of each."""

    kind: str
    label: str
    singular: str
    dated = False

    @abstractmethod
    def findables(self, object_ids: Collection[str]) -> Iterable[Findable]:
        """Those of the objects that are public, each once."""

    @abstractmethod
    def batches(self, size: int) -> Iterator[list[str]]:
        """The ids of all objects that may be public, in lists of about `size`."""

    @abstractmethod
    def having(self, thing) -> Iterable[str]:
        """The ids of the objects that say what `thing` is called: a topic, a term, a place, a person."""


_sources: dict[str, Source] = {}


def register_source(source):
    """Let what `source` gives be found. Whoever changes its objects calls `search.writing.write_later`."""
    _sources[source.kind] = source


def sources():
    """All sources by kind, in the order in which they were registered."""
    return dict(_sources)


def singular_of(kind):
    """What one thing of a kind is called; the kind itself where nobody knows it."""
    source = _sources.get(kind)
    return str(source.singular) if source else kind
