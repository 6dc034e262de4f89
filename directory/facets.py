"""The facets of the filters' form, each with its values as check boxes."""

from core.facets import facet_field, facet_values
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


def facet_fields(filters, counts, unfolded=()):
    """The `FacetField`s that have anything to offer; those named in `unfolded` with all their values."""
    fields = (_field(facet, filters, counts[facet], facet in unfolded) for facet in SHOWN)
    return [one for one in fields if one.values]


def values_of(facet, filters, counts):
    """The `Value`s of a facet in their order, without those that no profile has unless they are chosen."""
    chosen = filters.chosen.get(facet, ())
    return facet_values(
        [*value_labels()[facet], *counts, *chosen],
        counts=counts,
        chosen=chosen,
        label_of=lambda value: label_of(facet, value, filters.language),
        dyed=facet == Facet.THEME,
        most_used_first=facet in MOST_USED_FIRST,
    )


def _field(facet, filters, counts, unfolded):
    values = values_of(facet, filters, counts)
    return facet_field(facet.value, facet.label, values, is_open=facet in OPEN, unfolded=unfolded)
