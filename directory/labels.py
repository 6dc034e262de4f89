"""What the values of facets are called."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.cache import remember
from core.fields import PerLanguage
from core.languages.names import language_name
from directory.indexing import PLACES
from directory.models import Facet
from taxonomy.models import Place, Term, Topic, Vocabulary

VOCABULARIES = {
    Facet.THEME: Vocabulary.THEMES,
    Facet.TARGET_GROUP: Vocabulary.TARGET_GROUPS,
    Facet.KIND: Vocabulary.ORGANISATION_KINDS,
    Facet.STAGE: Vocabulary.STAGES,
    Facet.INNOVATION_TYPE: Vocabulary.INNOVATION_TYPES,
    Facet.SDG: Vocabulary.SDGS,
}


@dataclass(frozen=True)
class ValueLabel:
    """The `texts` of a value per language, and its `place` in the vocabulary's order (0 where there is none)."""

    texts: PerLanguage
    place: int = 0


def value_labels():
    """{facet: {value: ValueLabel}} of all that have a row; closed vocabularies in their order."""
    return remember("directory:labels", _read)


def label_of(facet, value, language):
    """What a value is called beside its facet's name; itself where nobody knows it."""
    if facet == Facet.LANGUAGE:
        return capfirst(language_name(value))
    if facet == Facet.VERIFIED:
        return pgettext("facet", "Verified profiles only")
    known = value_labels()[facet].get(value)
    if known is None:
        return value
    text = known.texts.text(language)
    return f"{known.place}. {text}" if facet == Facet.SDG else text


def standing_alone(facet, value, language):
    """What a value is called where its facet isn't named: on chips, in titles."""
    label = label_of(facet, value, language)
    if facet == Facet.REGION:
        # “Sofia Province” says by itself what it is.
        word = (_("%(name)s province") % {"name": ""}).strip()
        return label if word in label.casefold() else _("%(name)s province") % {"name": label}
    if facet == Facet.LANGUAGE:
        return _("in %(language)s") % {"language": language_name(value)}
    if facet == Facet.TOPIC:
        return f"#{label}"
    return label


def with_todays_topics(filters):
    """`filters` with the slugs that their topics have now, where they were renamed or merged since."""
    if Facet.TOPIC not in filters.chosen:
        return filters
    today = Topic.objects.todays_slugs(filters.chosen[Facet.TOPIC], known=value_labels()[Facet.TOPIC])
    return filters.but(chosen=filters.chosen | {Facet.TOPIC: today})


def _read():
    labels = {facet: {} for facet in Facet}
    facets = {vocabulary: facet for facet, vocabulary in VOCABULARIES.items()}
    for term in Term.objects.filter(vocabulary__in=facets).order_by("vocabulary", "order", "pk"):
        labels[facets[term.vocabulary]][term.slug] = ValueLabel(term.labels, term.order)
    kinds = {kind: facet for facet, kind in PLACES.items()}
    for place in Place.objects.order_by("sort_key", "pk"):
        labels[kinds[place.kind]][place.slug] = ValueLabel(place.labels)
    for topic in Topic.objects.order_by("sort_key", "pk"):
        labels[Facet.TOPIC][topic.slug] = ValueLabel(PerLanguage(topic.labels or {"": topic.name}))
    return labels
