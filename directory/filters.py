"""What of the directory somebody looks at: everything that stands in the address of a list, a map or an export."""

import re
from dataclasses import dataclass, field, replace

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import pgettext_lazy

from directory.matching import matches_of
from directory.models import Facet
from taxonomy.models import Place, PlaceKind
from taxonomy.selectors import place_named

VALUE = re.compile(r"[a-zA-Z0-9-]{1,100}")
LONGEST_TEXT = 200  # characters of a name that somebody looks for
MOST_VALUES = 50  # of one facet
LONGEST_NEAR = 60


class Sort(TextChoices):
    BEST = "best", pgettext_lazy("order of profiles", "best first")
    NAME = "name", pgettext_lazy("order of profiles", "by name")
    NEWEST = "newest", pgettext_lazy("order of profiles", "newest first")
    NEAREST = "nearest", pgettext_lazy("order of profiles", "nearest first")


class View(TextChoices):
    LIST = "list", pgettext_lazy("view of the directory", "List")
    MAP = "map", pgettext_lazy("view of the directory", "Map")


@dataclass(frozen=True)
class Filters:
    """`chosen` has the values of each facet that is narrowed by; a profile with one of them is found.

    `near` is the slug of a settlement, or what somebody wrote instead of one; `language` that of the reader, whose
    names and texts are looked at; `exactly`: nothing of the text is taken for a mistake.
    """

    language: str
    chosen: dict = field(default_factory=dict)  # Facet: tuple of values
    text: str = ""
    exactly: bool = False
    near: str = ""
    sort: str = ""
    view: str = View.LIST

    @classmethod
    def parse(cls, query, language):
        """Read a QueryDict. What nobody could mean is left out; what nothing matches stays, and finds nothing."""
        chosen = {}
        for facet in Facet:
            values = [value for value in query.getlist(facet.value) if VALUE.fullmatch(value)]
            if values:
                chosen[facet] = tuple(dict.fromkeys(values))[:MOST_VALUES]
        sort, view = query.get("sort", ""), query.get("view", "")
        text = _words(query.get("q", ""), LONGEST_TEXT)
        return cls(
            language=language,
            chosen=chosen,
            text=text,
            exactly=bool(text) and query.get("exactly") == "yes",
            near=_words(query.get("near", ""), LONGEST_NEAR),
            sort=sort if sort in Sort.values else "",
            view=view if view in View.values else View.LIST,
        )

    def __bool__(self):
        """Whether they leave anything out."""
        return bool(self.chosen or self.text or self.near)

    @property
    def order(self):
        """The `Sort` in force: the chosen one where it is possible, else what is most useful."""
        if self.sort and self.sort in self.orders:
            return Sort(self.sort)
        return Sort.NEAREST if self.near else Sort.BEST if self.matches else Sort.NAME

    @property
    def orders(self):
        """Those that are possible."""
        impossible = ({Sort.NEAREST} if not self.near else set()) | ({Sort.BEST} if not self.matches else set())
        return [sort for sort in Sort if sort not in impossible]

    @cached_property
    def matches(self):
        """What has the text, or None where there is no text or search can't tell."""
        return matches_of(self.text, self.language, exactly=self.exactly) if self.text else None

    @cached_property
    def place(self):
        """The settlement that `near` names, by slug or as people call it, or None."""
        if not self.near:
            return None
        places = Place.objects.of(PlaceKind.SETTLEMENT).filter(latitude__isnull=False)
        return places.filter(slug=self.near).first() or place_named(self.near, kind=PlaceKind.SETTLEMENT)

    def without(self, facet, value=None):
        """The same without one value of `facet`, or without all of them."""
        kept = tuple(other for other in self.chosen.get(facet, ()) if value is not None and other != value)
        chosen = {name: values for name, values in self.chosen.items() if name != facet}
        return self.but(chosen=chosen | ({facet: kept} if kept else {}))

    def but(self, **changes):
        """The same with other `chosen`, `text`, `exactly`, `near`, `sort` or `view`."""
        other = replace(self, **changes)
        # Asked once for all of them.
        if other.near == self.near and "place" in vars(self):
            vars(other)["place"] = self.place
        if (other.text, other.exactly) == (self.text, self.exactly) and "matches" in vars(self):
            vars(other)["matches"] = self.matches
        return other

    def cleared(self):
        """The same view and order of everything."""
        sort = "" if self.sort in (Sort.NEAREST, Sort.BEST) else self.sort
        return replace(self, chosen={}, text="", exactly=False, near="", sort=sort)

    def query(self, **more):
        """The part of an address after the question mark, always in the same order; `more` is added at its end."""
        query = QueryDict(mutable=True)
        if self.text:
            query["q"] = self.text
        if self.text and self.exactly:
            query["exactly"] = "yes"
        for facet in Facet:
            if facet in self.chosen:
                query.setlist(facet.value, self.chosen[facet])
        named = {"near": self.near, "sort": self.sort, "view": "" if self.view == View.LIST else self.view}
        for name, value in (named | more).items():
            if value:
                query[name] = value
        return query.urlencode()


def _words(text, longest):
    return " ".join(text.replace("\0", " ").split())[:longest].strip()
