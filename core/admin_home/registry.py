"""What waits for somebody on the dashboard besides pages: apps register callables in `AppConfig.ready()`."""

from dataclasses import dataclass
from datetime import datetime

SHOWN = 5  # of each kind of thing


@dataclass(frozen=True)
class Draft:
    """Something of which its author has not published the latest; `live` says that readers see an older state."""

    title: str
    language: str
    url: str
    live: bool
    changed_at: datetime | None


@dataclass(frozen=True)
class Scheduled:
    """Something that goes live at `moment`, or is taken down then."""

    moment: datetime
    title: str
    language: str
    url: str
    goes_live: bool


_sources = []


def register(*, drafts, scheduled):
    """Ask `drafts(user)` for `Draft`s and `scheduled(user)` for `Scheduled`s: of each kind the first `SHOWN`."""
    if (drafts, scheduled) not in _sources:
        _sources.append((drafts, scheduled))


def my_drafts(user):
    """The drafts that `user` wrote, newest first."""
    found = [draft for drafts, _scheduled in _sources for draft in drafts(user)]
    return sorted(found, key=lambda draft: -draft.changed_at.timestamp() if draft.changed_at else 0)[:SHOWN]


def all_scheduled(user):
    """What is scheduled of all that `user` may change, soonest first."""
    found = [item for _drafts, scheduled in _sources for item in scheduled(user)]
    return sorted(found, key=lambda item: item.moment)[:SHOWN]
