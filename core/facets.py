"""Facets of a list, as templates/components/facet.html shows them."""

from dataclasses import dataclass

from core.sorting import sort_key

LONG = 12  # values; of a longer facet only the first `HEAD` are shown until readers ask for more
HEAD = 8


@dataclass(frozen=True)
class Value:
    """A value with the number of things that choosing it (too) would find. `share` is that of the largest count."""

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


def facet_values(order, *, counts, chosen, label_of, dyed=False, most_used_first=False):
    """The `Value`s of a facet in `order`, each once, without those that nothing has unless they are chosen."""
    most = max(counts.values(), default=1)
    values = [
        Value(
            value,
            label_of(value),
            count=counts.get(value, 0),
            selected=value in chosen,
            hue=value if dyed else "",
            share=counts.get(value, 0) / most,
        )
        for value in dict.fromkeys(order)
        if value in counts or value in chosen
    ]
    if most_used_first:
        values.sort(key=lambda value: (-value.count, sort_key(value.label)))
    return values


def facet_field(name, label, values, *, is_open, unfolded):
    """The `FacetField` of some values; all of them are shown where it is `unfolded`."""
    shown = values
    if len(values) > LONG and not unfolded:
        shown = [value for place, value in enumerate(values) if place < HEAD or value.selected]
    is_open = is_open or unfolded or any(value.selected for value in values)
    return FacetField(name, label, shown, is_open, more=len(shown) < len(values))
