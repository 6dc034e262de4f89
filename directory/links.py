"""Ways from one state of the list to others; all of it stands in their addresses."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from core.paging import pages_around
from directory.filters import Sort, View
from directory.labels import standing_alone
from directory.models import Facet
from directory.selectors import NEAR_KM


@dataclass(frozen=True)
class Link:
    """A way to another state of the list; `count` is the number of profiles there, where it is known."""

    label: str
    url: str
    count: int | None = None
    current: bool = False


def list_url(filters=None, **more):
    """The address of the list in the active language; `more` are its `page` and `format`."""
    query = filters.query(**more) if filters is not None else urlencode(more)
    address = reverse("directory")
    return f"{address}?{query}" if query else address


@dataclass(frozen=True)
class Criterion:
    """One thing that was asked for: what it is called alone, what kind of thing it is, and the filters `without` it."""

    label: str
    facet_label: str
    without: object

    @property
    def url(self):
        """The list without it."""
        return list_url(self.without)


def criteria(filters):
    """A `Criterion` for each single thing that `filters` ask for."""
    found = []
    if filters.text:
        found.append(
            Criterion(
                _("“%(text)s”") % {"text": filters.text},
                _("Name or words"),
                filters.but(text="", exactly=False),
            )
        )
    if filters.near:
        found.append(Criterion(near_words(filters), _("Where"), filters.but(near="")))
    for facet in Facet:
        for value in filters.chosen.get(facet, ()):
            label = standing_alone(facet, value, filters.language)
            found.append(Criterion(label, facet.label, filters.without(facet, value)))
    return found


def near_words(filters):
    """How far from where, in words."""
    name = filters.place.labels.text(filters.language) if filters.place else filters.near
    return _("up to %(km)d km from %(place)s") % {"km": NEAR_KM, "place": name}


def sorts(filters):
    """The orders in which the list can stand, as options of a select."""
    possible = [sort for sort in filters.orders if sort != Sort.NEAREST or filters.place]
    return [{"value": sort.value, "label": sort.label, "selected": sort == filters.order} for sort in possible]


def views(filters):
    return [Link(view.label, list_url(filters.but(view=view.value)), current=view == filters.view) for view in View]


def fields_but(filters, *names):
    """What a form with the fields `names` keeps hidden so that it loses nothing else: pairs of name and value."""
    query = QueryDict(filters.query())
    return [(name, value) for name, values in query.lists() if name not in names for value in values]


def page_links(filters, number, last):
    """Numbered pages around `number`; None stands for those left out."""
    return [
        page and Link(str(page), list_url(filters, page=page if page > 1 else ""), current=page == number)
        for page in pages_around(number, last)
    ]
