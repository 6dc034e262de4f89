"""Profiles like a profile: what they are about, whom they are for, where they are."""

from django.db.models import Case, FloatField, IntegerField, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from directory.cards import cards_of
from directory.distance import square_distance
from directory.indexing import facet_values
from directory.models import Entry, Facet, ProfileFacet

LIMIT = 4
CANDIDATES = 24
# How much one value in common counts. A province in common is nearness, the rest is likeness.
WEIGHTS = {Facet.TOPIC: 3, Facet.THEME: 2, Facet.TARGET_GROUP: 1, Facet.REGION: 1}
NOWHERE = 1e6  # square degrees: behind everything that is somewhere


def related_to(profile, language):
    """The `Card`s of the listed profiles that have most in common with `profile`; of equals, the nearest first."""
    shared = _shared_with(profile)
    if not shared:
        return []
    scores = ProfileFacet.objects.filter(shared).order_by().values("profile").annotate(score=_score())
    best = scores.exclude(profile=profile.pk).order_by("-score", "profile").values("profile")[:CANDIDATES]
    score = scores.filter(profile=OuterRef("profile")).values("score")
    entries = Entry.objects.filter(language=language, profile__in=best).annotate(score=Subquery(score))
    return cards_of(entries.order_by("-score", _distance(profile), "sort_key", "profile")[:LIMIT])


def _shared_with(profile):
    """A condition: one of the values that `profile` has. Read from itself, so that a preview has it, too."""
    values = facet_values(profile)
    condition = Q()
    for facet in WEIGHTS:
        if mine := [value for other, value in values if other == facet]:
            condition |= Q(facet=facet, value__in=mine)
    return condition


def _score():
    weights = [When(facet=facet, then=Value(weight)) for facet, weight in WEIGHTS.items()]
    return Sum(Case(*weights, default=Value(0), output_field=IntegerField()))


def _distance(profile):
    if profile.position is None:
        return Value(0.0, output_field=FloatField())
    return Coalesce(square_distance(*profile.position), Value(NOWHERE), output_field=FloatField())
