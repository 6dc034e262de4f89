"""The interface of an engine: a mirror of the search documents that finds, counts and proposes.

`tests/search/test_engines.py` is the contract: the same documents and queries give the same set on every engine.
"""

from abc import ABC, abstractmethod
from contextlib import nullcontext
from dataclasses import dataclass, field

from search.terms import Meaning, Query


@dataclass(frozen=True)
class Row:
    """A search document as engines take it.

    `streams` has the keys of each stream by its name; `facets` the values of each facet by its name; `version` rises
    with each change of the document, and an older one never replaces a newer. `dated` is a day's ordinal or None.
    """

    id: int
    version: int
    site_language: str
    kind: str
    text_language: str
    streams: dict[str, tuple[str, ...]]
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort_key: str = ""
    dated: int | None = None


@dataclass(frozen=True)
class Request:
    """`chosen` narrows by facet: {facet: values}, one of them suffices. Facets in `counted` are counted, each without
    its own narrowing; `order` is "score", "name" or "newest"."""

    site_language: str
    query: Query = field(default_factory=Query)
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    order: str = "score"
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True)
class Found:
    """`hits` are pairs of document id and score in their order; `total` and `counts` are exact and uncapped."""

    hits: tuple[tuple[int, float], ...]
    total: int
    counts: dict[str, dict[str, int]]


class Finder(ABC):
    """Finds documents. Raises `EngineAway` where it can't answer."""

    @abstractmethod
    def search(self, request: Request) -> Found: ...

    @abstractmethod
    def suggest(self, prefixes, site_language: str, limit: int, meanings: tuple[Meaning, ...] = ()) -> tuple[int, ...]:
        """Ids of the documents that have, for each tuple of `prefixes`, a word beginning with one of it, or one of
        the `meanings`.

        First those that have more of them at the beginning of a key of their title, then those whose title means so,
        then those that have whole words.
        """

    @abstractmethod
    def last_version(self):
        """The highest version that it has, 0 in an empty one."""


class Engine(Finder):
    """Finds documents, and takes them."""

    @abstractmethod
    def write(self, rows, deleted=()):
        """Put `rows` in place of their older versions, take the ids in `deleted` out; both may be asked for next.

        `deleted` may be {id: version} too: an engine that several write at once keeps what is newer than that.
        """

    @abstractmethod
    def versions(self):
        """{id: version} of all that it holds."""


class Mirror(Engine):
    """An engine that lasts, in generations of which one answers while another one is made beside it."""

    @property
    @abstractmethod
    def place(self):
        """Where the generation lies that is asked and written; None where there is none."""

    @property
    def exists(self):
        """Whether there is an index that can answer."""
        return self.place is not None

    @abstractmethod
    def unfinished(self):
        """Generations, as mirrors, that don't answer yet and may be gone on with; the latest first."""

    @abstractmethod
    def begin(self):
        """An empty generation, as a mirror; it doesn't answer yet."""

    @abstractmethod
    def put_in_place(self, beside):
        """Let a generation answer from now on, instead of the others, which are removed."""

    def rebuilding(self):
        """A context in which nobody else makes a generation, as far as that can be known."""
        return nullcontext()


class EngineAway(Exception):
    """The engine doesn't answer."""


class EngineRefuses(EngineAway):
    """The engine doesn't answer this question, and is well otherwise."""
