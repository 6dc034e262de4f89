"""What the sitemap lists besides pages: a registry that apps fill in `AppConfig.ready()`."""

import datetime
from abc import ABC, abstractmethod
from dataclasses import dataclass

_sources = {}


@dataclass(frozen=True)
class Listed:
    """Something with its relative `addresses` by language; those of `canonical` are the ones to be found."""

    addresses: dict
    canonical: tuple
    changed: datetime.datetime | None = None


class Source(ABC):
    """Things of one kind in numbered parts, each small enough for one answer (at most 50,000 addresses)."""

    @abstractmethod
    def parts(self):
        """Pairs of a part's number and the time of its last change, or None."""

    @abstractmethod
    def entries(self, part):
        """The `Listed` things of a part, however many there are: one query."""


def register_source(name, source):
    """Let the sitemap list what `source` gives, at /sitemap-<name>-<part>.xml."""
    _sources[name] = source


def sources():
    return _sources
