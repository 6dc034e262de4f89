"""Profiles that may be one and the same: with the same name, and likely so where they are in the same place, too."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count

from directory.models import NotSame, Profile

SAME_PLACE = 0.1  # degrees of latitude and of longitude


@dataclass(frozen=True)
class Group:
    """Profiles with the same folded name that nobody has told apart; `likely` where two are in the same place."""

    profiles: tuple
    likely: bool


def groups():
    """All `Group`s, the likely ones first, then by name. A fixed number of queries."""
    names = Profile.objects.exclude(folded_name="").values("folded_name").annotate(number=Count("pk"))
    shared = names.filter(number__gt=1).order_by().values("folded_name")
    profiles = Profile.objects.filter(folded_name__in=shared).order_by("folded_name", "pk")
    by_name = defaultdict(list)
    for profile in profiles.select_related("kind", "place__parent__parent").prefetch_related("texts"):
        by_name[profile.folded_name].append(profile)
    apart = set(NotSame.objects.values_list("first", "second"))
    found = [group for namesakes in by_name.values() for group in _connected(namesakes, apart)]
    return sorted(found, key=lambda group: not group.likely)


def in_same_place(first, second):
    """Whether both positions are known and at most `SAME_PLACE` apart."""
    if first.position is None or second.position is None:
        return False
    return is_near(first.position, second.position)


def is_near(one, other):
    """Whether two (latitude, longitude) are in the same place, give or take what floating point loses."""
    return all(abs(a - b) <= SAME_PLACE + 1e-9 for a, b in zip(one, other, strict=True))


def _connected(namesakes, apart):
    """The groups among `namesakes` (by number) that are left when the pairs in `apart` are no duplicates."""
    pairs = [pair for pair in combinations(namesakes, 2) if (pair[0].pk, pair[1].pk) not in apart]
    group_of = {profile.pk: {profile.pk} for profile in namesakes}
    for first, second in pairs:
        joined = group_of[first.pk] | group_of[second.pk]
        group_of |= dict.fromkeys(joined, joined)
    for members in {frozenset(members) for members in group_of.values() if len(members) > 1}:
        likely = any(in_same_place(*pair) for pair in pairs if pair[0].pk in members)
        yield Group(tuple(profile for profile in namesakes if profile.pk in members), likely)
