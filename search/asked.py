"""What a reader asks the site's search: everything that stands in the address of its results."""

import re
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.urls import reverse

# In the order of the form.
FACETS = ("kind", "theme", "topic", "region", "language", "year")
VALUE = re.compile(r"[a-zA-Z0-9-]{1,100}")
LONGEST_TEXT = 200
MOST_VALUES = 50  # of one facet
NOT_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True)
class Asked:
    """`language` is that of the reader; `chosen` has the values of each facet that is narrowed by.

    `exactly`: nothing is taken for a mistake.
    """

    language: str
    text: str = ""
    chosen: dict = field(default_factory=dict)
    exactly: bool = False

    @classmethod
    def parse(cls, query, language):
        """Read a QueryDict. What nobody could mean is left out; what nothing matches stays, and finds nothing."""
        chosen = {}
        for facet in FACETS:
            if values := [value for value in query.getlist(facet) if VALUE.fullmatch(value)]:
                chosen[facet] = tuple(dict.fromkeys(values))[:MOST_VALUES]
        text = " ".join(NOT_TEXT.sub(" ", query.get("q", "")).split())[:LONGEST_TEXT].strip()
        return cls(language, text, chosen, exactly=bool(text) and query.get("exactly") == "yes")

    def __bool__(self):
        """Whether anything is asked at all."""
        return bool(self.text or self.chosen)

    def but(self, **changes):
        """The same with other `text`, `chosen` or `exactly`."""
        return replace(self, **changes)

    def without(self, facet, value):
        """The same without one value of a facet."""
        kept = tuple(other for other in self.chosen[facet] if other != value)
        chosen = {name: values for name, values in self.chosen.items() if name != facet}
        return self.but(chosen=chosen | ({facet: kept} if kept else {}))

    def fields(self, page=1):
        """Pairs of name and value that an address has of it, always in the same order."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(facet, value) for facet in FACETS for value in self.chosen.get(facet, ())]
        pairs += [("exactly", "yes")] if self.exactly else []
        return pairs + ([("page", str(page))] if page > 1 else [])

    def url(self, page=1, view="search"):
        """The address of a page of its results, or of another view of them."""
        query = QueryDict(mutable=True)
        for name, value in self.fields(page):
            query.appendlist(name, value)
        address = reverse(view)
        return f"{address}?{query.urlencode()}" if query else address
