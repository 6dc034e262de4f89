"""The facets of the site's search, each with its values and what they are called."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.cache import remember
from core.facets import facet_field, facet_values
from core.languages.names import language_name
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


def facet_fields(asked, counts, unfolded=()):
    """The `FacetField`s that have anything to offer; those named in `unfolded` with all their values."""
    found = ((facet, values_of(facet, asked, counts.get(facet, {}))) for facet in FACETS)
    return [
        facet_field(facet, LABELS[facet], values, is_open=facet in OPEN, unfolded=facet in unfolded)
        for facet, values in found
        if values
    ]


def values_of(facet, asked, counts):
    """The `Value`s of a facet in their order, without those that nothing found has unless they are chosen."""
    chosen = asked.chosen.get(facet, ())
    return facet_values(
        (*_in_order(facet), *sorted({*counts, *chosen}, reverse=True)),
        counts=counts,
        chosen=chosen,
        label_of=lambda value: value_label(facet, value, asked.language),
        dyed=facet == "theme",
        most_used_first=facet in MOST_USED_FIRST,
    )


def value_label(facet, value, language):
    """What a value is called; itself where nobody knows it."""
    if facet == "kind":
        source = sources().get(value)
        return str(source.label) if source else value
    if facet == "language":
        return capfirst(language_name(value))
    known = _labels().get(facet, {}).get(value)
    return known.text(language) if known else value


def with_todays_topics(asked):
    """`asked` with the slugs that its topics have now, where they were renamed or merged since."""
    if "topic" not in asked.chosen:
        return asked
    today = Topic.objects.todays_slugs(asked.chosen["topic"], known=_labels()["topic"])
    return asked.but(chosen=asked.chosen | {"topic": today})


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
