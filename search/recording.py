"""Writes down how often readers searched for what, without keeping what only a few ask.

Why it is so: docs/adr/0011-searches-are-counted-without-readers.md
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.models.labelled import fold
from search.analysis.tokens import clean
from search.models import QueryCount

# From so many different days on, the text of a query is kept.
NAMED_FROM = 3
# New queries of a day beyond these aren't counted: whoever sends a thousand a minute fills no disk.
MOST_A_DAY = 5_000


def record(noted):
    """Add to the counts: {(day, reader's language, text): Counter of "asked", "failed" and "weak"}."""
    with transaction.atomic():
        room = {day: MOST_A_DAY - QueryCount.objects.filter(day=day).count() for day, _, _ in noted}
        for (day, language, text), asks in noted.items():
            room[day] -= _add(day, language, fold(clean(text)), asks, may_be_new=room[day] > 0)


def forget_old_counts():
    """Delete what is older than `SEARCH_COUNTS_DAYS`; returns how many rows."""
    last = timezone.localdate() - timedelta(days=settings.SEARCH_COUNTS_DAYS)
    return QueryCount.objects.filter(day__lt=last).delete()[0]


def fingerprints(language, text):
    """Keyed hashes of a query: with the key of today, then with former ones."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [
        salted_hmac("search.query_counts", f"{language}\n{text}", secret=key, algorithm="sha256").hexdigest()
        for key in keys
    ]


def _add(day, language, text, asks, *, may_be_new):
    """Whether the query is a new one of the day."""
    today, *former = fingerprints(language, text)
    of_query = QueryCount.objects.filter(language=language, fingerprint__in=[today, *former])
    known = of_query.filter(day=day).values_list("pk", flat=True)[:1]
    if is_new := not known and may_be_new:
        # Another process may be doing the same at this moment.
        QueryCount.objects.bulk_create(
            [QueryCount(day=day, language=language, fingerprint=today)], ignore_conflicts=True
        )
        if of_query.values("day").distinct().count() >= NAMED_FROM:
            of_query.filter(text="").update(text=text)
    QueryCount.objects.filter(pk__in=list(known.all())).update(
        **{name: F(name) + asks[name] for name in ("asked", "failed", "weak")}
    )
    return is_new
