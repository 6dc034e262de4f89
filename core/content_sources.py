"""What can be pulled into letters and lists elsewhere: a registry that apps fill in `AppConfig.ready()`."""

import datetime
from abc import ABC, abstractmethod
from dataclasses import dataclass

_sources = {}


@dataclass(frozen=True)
class Item:
    """A published thing in brief, as a reader of one language sees it.

    `key` is the same in every language; `url` begins with a slash; `language` is set where the words are not in the
    reader's.
    """

    key: str
    title: str
    url: str
    summary: str = ""
    language: str = ""
    date: datetime.date | None = None


class Source(ABC):
    """Things of one kind that are published in the languages of the site."""

    label = ""  # how editors know it, lazy
    models = ()  # what editors choose one of

    @abstractmethod
    def shown(self, objects, language):
        """{pk: `Item`} of those of `objects` that a reader of `language` may see: translated, else as the original.

        Pages may come in brief (`core.tree.PageInBrief`).
        """

    @abstractmethod
    def latest(self, language, *, since, topics, limit):
        """The newest `Item`s, at most `limit`: published after the moment `since`, about any of `topics`.

        Without a moment or topics (slugs) they don't narrow. Whatever the language, these are the same things.
        """


def register(name, source):
    """Offer what `source` has under the stable key `name`, which stands in what editors saved."""
    _sources[name] = source


def source_named(name):
    """The registered source, or None where the app that had it is gone."""
    return _sources.get(name)


def source_choices():
    return [(name, source.label) for name, source in _sources.items()]


def source_of(model):
    """(name, source) of what shows things of the class `model`, or None."""
    return next(((name, one) for name, one in _sources.items() if issubclass(model, one.models)), None)
