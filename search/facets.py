"""The facets of the site's search, each with its values and what they are called."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.cache import remember
from core.languages.names import language_name
from core.sorting import sort_key
from search.asked import FACETS
from search.sources import sources
from taxonomy.models import Place, PlaceKind, Term, Topic, Vocabulary

LABELS = {
    "kind": _("Kind"),
    "theme": _("Theme"),
    "topic": _("Topic"),
    "region": _("Province"),
    "language": _("Language"),
    "year": _("Year"),
}
OPEN = {"kind", "theme"}
MOST_USED_FIRST = {"topic", "region", "language"}
LONG = 12  # values; of a longer facet only the first `HEAD` are shown until readers ask for more
HEAD = 8


@dataclass(frozen=True)
class Value:
    """A value with the number of hits that choosing it (too) would give. `share` is that of the largest count."""

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


def facet_fields(asked, counts, unfolded=()):
    """The `FacetField`s that have anything to offer; those named in `unfolded` with all their values."""
    found = ((facet, values_of(facet, asked, counts.get(facet, {}))) for facet in FACETS)
    return [_field(facet, values, facet in unfolded) for facet, values in found if values]


def values_of(facet, asked, counts):
    """The `Value`s of a facet in their order, without those that nothing found has unless they are chosen."""
    chosen = asked.chosen.get(facet, ())
    most = max(counts.values(), default=1)
    values = [
        Value(
            value,
            value_label(facet, value, asked.language),
            count=counts.get(value, 0),
            selected=value in chosen,
            hue=value if facet == "theme" else "",
            share=counts.get(value, 0) / most,
        )
        for value in dict.fromkeys((*_in_order(facet), *sorted({*counts, *chosen}, reverse=True)))
        if value in counts or value in chosen
    ]
    if facet in MOST_USED_FIRST:
        values.sort(key=lambda value: (-value.count, sort_key(value.label)))
    return values


def value_label(facet, value, language):
    """What a value is called; itself where nobody knows it."""
    if facet == "kind":
        source = sources().get(value)
        return str(source.label) if source else value
    if facet == "language":
        return capfirst(language_name(value))
    known = _labels().get(facet, {}).get(value)
    return known.text(language) if known else value


def _field(facet, values, unfolded):
    shown = values
    if len(values) > LONG and not unfolded:
        shown = [value for place, value in enumerate(values) if place < HEAD or value.selected]
    is_open = facet in OPEN or unfolded or any(value.selected for value in values)
    return FacetField(facet, LABELS[facet], shown, is_open, more=len(shown) < len(values))


def _in_order(facet):
    return sources() if facet == "kind" else _labels().get(facet, {})


def _labels():
    """{facet: {value: labels}} of what has rows, in its order."""
    return remember("search:facets", _read)


def _read():
    return {
        "theme": {term.slug: term.labels for term in Term.objects.of(Vocabulary.THEMES)},
        "topic": {topic.slug: topic.labels for topic in Topic.objects.all()},
        "region": {place.slug: place.labels for place in Place.objects.of(PlaceKind.PROVINCE)},
    }
