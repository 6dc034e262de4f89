"""Profiles that may be the same one twice: the same folded name makes it possible, the same place likely."""

from dataclasses import dataclass
from itertools import combinations, groupby

from django.db.models import Count

from directory.models import Profile

NEAR = 0.1  # degrees, north and east each


@dataclass(frozen=True)
class Group:
    """Profiles with one folded name; `likely` are those that have another of the group near by."""

    folded_name: str
    profiles: tuple
    likely: frozenset


def repeated_names():
    """The folded names that several profiles have, a queryset of (folded_name, number) in alphabetical order."""
    named = Profile.objects.exclude(folded_name="").order_by("folded_name")
    return named.values_list("folded_name").annotate(number=Count("pk")).filter(number__gt=1)


def duplicate_groups(folded_names=None):
    """The `Group`s of those names (default: of all that are repeated), with everything that cards say of profiles.

    Slice `repeated_names()` for a page of them: the number of queries doesn't depend on how many there are.
    """
    names = [name for name, _number in repeated_names()] if folded_names is None else list(folded_names)
    profiles = Profile.objects.filter(folded_name__in=names).with_facts().order_by("folded_name", "pk")
    return [_group(name, list(found)) for name, found in groupby(profiles, key=lambda profile: profile.folded_name)]


def near_pairs(positions):
    """The keys, out of (key, position or None), that have another one in the same place."""
    placed = [(key, position) for key, position in positions if position]
    return frozenset(
        key for one, other in combinations(placed, 2) if is_near(one[1], other[1]) for key in (one[0], other[0])
    )


def is_near(one, other):
    """Whether two (latitude, longitude) are in the same place."""
    return all(abs(a - b) <= NEAR + 1e-9 for a, b in zip(one, other, strict=True))


def _group(name, profiles):
    likely = near_pairs([(profile.pk, profile.position) for profile in profiles])
    return Group(name, tuple(profiles), likely)
