"""The directory's list and map: what an address asks for, and what there is."""

from django.utils.functional import cached_property
from django.utils.translation import pgettext

from core.cache import remember
from core.paging import CountedPaginator
from directory.cards import cards_in_order, cards_of
from directory.facets import facet_fields, values_of
from directory.filters import Filters, Sort
from directory.links import Link, criteria
from directory.models import DirectoryIntroduction, Facet
from directory.places import places_found
from directory.selectors import best_first, facet_counts, found, theme_counts

PER_PAGE = 12
# Readers narrow a list before they turn a hundred pages; whoever wants all of it takes the open data.
MOST_PAGES = 100
WAYS_OUT = 4


class Listing:
    """What `filters` ask for. Each part is asked of the database once, and only when it is needed.

    What doesn't depend on filters is remembered for the content version.
    """

    def __init__(self, filters):
        self.filters = filters

    @cached_property
    def introduction(self):
        """The texts above the list."""
        return self._remember("introduction", lambda: DirectoryIntroduction.for_language(self.filters.language))

    @property
    def title(self):
        return self.introduction.title or pgettext("heading that may break", "Directory")

    @cached_property
    def all_by_theme(self):
        """{slug of the main theme, or "": number} of all profiles."""
        return self._remember("themes", lambda: theme_counts(Filters(self.filters.language)))

    @cached_property
    def by_theme(self):
        """The same of those found."""
        return theme_counts(self.filters) if self.filters else self.all_by_theme

    @property
    def total(self):
        return sum(self.all_by_theme.values())

    @property
    def count(self):
        return sum(self.by_theme.values())

    @cached_property
    def counts(self):
        """The `facet_counts`."""
        if self.filters:
            return facet_counts(self.filters)
        return self._remember("facets", lambda: facet_counts(Filters(self.filters.language)))

    def facets(self, unfolded=()):
        """The facets of the form."""
        return facet_fields(self.filters, self.counts, unfolded)

    def groups(self):
        """The target groups, for the question “For whom?” above the form."""
        return values_of(Facet.TARGET_GROUP, self.filters, self.counts[Facet.TARGET_GROUP])

    def places(self):
        """Where those found are."""
        return places_found(self.filters, self.counts)

    @property
    def near_is_unknown(self):
        """Whether readers wrote a place that nobody knows."""
        return bool(self.filters.near) and self.filters.place is None

    @cached_property
    def paginator(self):
        rows = best_first(self.filters) if self._best_first else found(self.filters)
        return CountedPaginator(rows, PER_PAGE, self.count)

    @property
    def last_page(self):
        return min(self.paginator.num_pages, MOST_PAGES)

    def page(self, number):
        """The page of a paginator with the `Card`s of its profiles."""
        page = self.paginator.page(number)
        if not self.count:
            page.object_list = []
        elif self._best_first:
            page.object_list = cards_in_order(self.filters.language, page.object_list)
        else:
            page.object_list = cards_of(page.object_list)
        return page

    @property
    def _best_first(self):
        return self.filters.order == Sort.BEST

    def ways_out(self):
        """Where nothing was found: what there would be without one of the criteria, most profiles first."""
        ways = []
        for criterion in criteria(self.filters)[:WAYS_OUT]:
            if number := sum(theme_counts(criterion.without).values()):
                ways.append(Link(criterion.label, criterion.url, number))
        return sorted(ways, key=lambda way: -way.count)

    def _remember(self, name, build):
        return remember(f"directory:{name}:{self.filters.language}", build)
