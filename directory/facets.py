"""The facets of the filters' form, each with its values as check boxes."""

from dataclasses import dataclass

from core.sorting import sort_key
from directory.labels import label_of, value_labels
from directory.models import Facet

# In the order of the form. `Facet.PLACE` isn't in it: readers choose a place of which they want the surroundings, too.
SHOWN = (
    Facet.THEME,
    Facet.KIND,
    Facet.STAGE,
    Facet.REGION,
    Facet.TARGET_GROUP,
    Facet.INNOVATION_TYPE,
    Facet.SDG,
    Facet.TOPIC,
    Facet.COUNTRY,
    Facet.LANGUAGE,
    Facet.VERIFIED,
)
OPEN = {Facet.THEME, Facet.KIND, Facet.STAGE}
MOST_USED_FIRST = {Facet.REGION, Facet.TOPIC, Facet.COUNTRY, Facet.LANGUAGE}
LONG = 12  # values; of a longer facet only the first `HEAD` are shown until readers ask for more
HEAD = 8


@dataclass(frozen=True)
class Value:
    """A value with the number of profiles that choosing it (too) would find. `share` is that of the largest count."""

    value: str
    label: str
    count: int
    selected: bool
    hue: str = ""
    share: float = 0


@dataclass(frozen=True)
class FacetField:
    """A facet in the form; `more`: whether it has values that are not shown."""

    name: str
    label: str
    values: list
    open: bool
    more: bool


def facet_fields(filters, counts, unfolded=()):
    """The `FacetField`s that have anything to offer; those named in `unfolded` with all their values."""
    fields = (_field(facet, filters, counts[facet], facet in unfolded) for facet in SHOWN)
    return [one for one in fields if one.values]


def values_of(facet, filters, counts):
    """The `Value`s of a facet in their order, without those that no profile has unless they are chosen."""
    chosen = filters.chosen.get(facet, ())
    order = dict.fromkeys([*value_labels()[facet], *counts, *chosen])
    most = max(counts.values(), default=1)
    values = [
        Value(
            value,
            label_of(facet, value, filters.language),
            count=counts.get(value, 0),
            selected=value in chosen,
            hue=value if facet == Facet.THEME else "",
            share=counts.get(value, 0) / most,
        )
        for value in order
        if value in counts or value in chosen
    ]
    if facet in MOST_USED_FIRST:
        values.sort(key=lambda value: (-value.count, sort_key(value.label)))
    return values


def _field(facet, filters, counts, unfolded):
    values = values_of(facet, filters, counts)
    shown = values
    if len(values) > LONG and not unfolded:
        shown = [value for place, value in enumerate(values) if place < HEAD or value.selected]
    is_open = facet in OPEN or unfolded or any(value.selected for value in values)
    return FacetField(facet.value, facet.label, shown, is_open, more=len(shown) < len(values))
