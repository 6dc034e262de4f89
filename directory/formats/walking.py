"""Walks whatever filters find, in its order, part by part: from one key to the next, never by counting rows.

A key is the place of an entry in the order. It still leads on when that entry is gone.
"""

import base64
import binascii
import json
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.db.models import Q
from django.utils.dateparse import parse_datetime

from directory.distance import square_distance
from directory.filters import Sort
from directory.models import Entry, Profile
from directory.selectors import found

PART = 250  # profiles that are in memory at a time
LONGEST_KEY = 400


@dataclass(frozen=True)
class Row:
    """A profile, fetched `with_facts`, and its entry in the language of the list; `place` is its key, decoded."""

    entry: Entry
    profile: Profile
    place: list


def walk(filters, after="", most=None):
    """`Row`s behind the key `after`, `most` of them at most. Raises BadRequest where that is no key of this order."""
    return _walk(filters, _decode(after, filters) if after else None, most)


def key_of(row):
    """The key that the next part begins behind."""
    return base64.urlsafe_b64encode(json.dumps(row.place).encode()).decode().rstrip("=")


def _walk(filters, place, left):
    while left is None or left > 0:
        entries = list(_behind(filters, place)[: PART if left is None else min(PART, left)])
        # Asked anew: what was taken back a moment ago has no entry any more, or is about to lose it.
        listed = Profile.objects.listed().with_facts().in_bulk([entry.profile_id for entry in entries])
        for entry in entries:
            place = _place(entry, filters)
            if entry.profile_id in listed:
                yield Row(entry, listed[entry.profile_id], place)
        left = left and left - len(entries)
        if len(entries) < PART:
            return


def _behind(filters, place):
    """The entries behind a place in the order that `found` gives them."""
    entries = found(filters).defer("search_text")
    if _by_distance(filters):
        entries = entries.annotate(far=square_distance(filters.place.latitude, filters.place.longitude))
    if place is None:
        return entries
    if filters.order == Sort.NEWEST:
        day, profile = place
        return entries.filter(Q(published_at__lt=day) | Q(published_at=day, profile__gt=profile))
    *far, name, profile = place
    by_name = Q(sort_key__gt=name) | Q(sort_key=name, profile__gt=profile)
    if far:
        return entries.filter(Q(far__gt=far[0]) | Q(far=far[0]) & by_name)
    # The first condition alone lets databases begin in the middle of the index.
    return entries.filter(sort_key__gte=name).filter(by_name)


def _place(entry, filters):
    if filters.order == Sort.NEWEST:
        return [entry.published_at.isoformat(), entry.profile_id]
    place = [entry.sort_key, entry.profile_id]
    return [entry.far, *place] if _by_distance(filters) else place


def _by_distance(filters):
    return filters.order == Sort.NEAREST and filters.place is not None


def _decode(key, filters):
    try:
        place = json.loads(base64.urlsafe_b64decode(key[:LONGEST_KEY] + "=" * (-len(key) % 4)))
        if filters.order == Sort.NEWEST:
            day, profile = place
            place = [parse_datetime(day), int(profile)]
        else:
            *far, name, profile = place
            place = [*map(float, far), str(name), int(profile)]
    except (binascii.Error, UnicodeError, ValueError, TypeError, RecursionError) as error:
        raise BadRequest("after: no key") from error
    if place[0] is None or len(place) != 2 + _by_distance(filters) or place[-1].bit_length() > 63:
        raise BadRequest("after: no key of this order")
    return place
