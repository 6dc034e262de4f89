"""At the end of a run: which of its rows have the name of another row, or of a profile that was there before."""

from itertools import groupby

from django.db.models import Count

from directory.duplicates import is_near
from directory.importing.reasons import Problem
from directory.models import ImportRow, Profile

Likeness = ImportRow.Likeness
_NAMES = 200  # looked at together
_MOST_NAMED = 3  # others that a problem tells
_MOST_RIVALS = 200  # that a row is compared with


def flag_likeness(run):
    """Write `likeness` and a problem into the rows that may be duplicates. Doing it again changes nothing."""
    names = _repeated(run)
    for start in range(0, len(names), _NAMES):
        rows = list(_rows(run).filter(folded_name__in=names[start : start + _NAMES]).order_by("folded_name", "pk"))
        others = _others(names[start : start + _NAMES], rows)
        for name, found in groupby(rows, key=lambda row: row.folded_name):
            _flag(list(found), others.get(name, []))
        ImportRow.objects.bulk_update(rows, ["likeness", "problems"], batch_size=100)


def _rows(run):
    return run.rows.exclude(folded_name="").exclude(outcome=ImportRow.Outcome.REFUSED)


def _repeated(run):
    """The folded names that more than one row has, or that a row and a profile of other origin have."""
    counted = _rows(run).order_by().values("folded_name").annotate(number=Count("pk"))
    twice = set(counted.filter(number__gt=1).values_list("folded_name", flat=True))
    here = Profile.objects.filter(folded_name__in=_rows(run).order_by().values("folded_name"))
    elsewhere = here.exclude(pk__in=_rows(run).filter(profile__isnull=False).values("profile"))
    return sorted(twice | set(elsewhere.values_list("folded_name", flat=True)))


def _others(names, rows):
    """{folded name: [(name, position)]} of profiles that no row of the run stands for."""
    ours = {row.profile_id for row in rows}
    found = {}
    for profile in Profile.objects.filter(folded_name__in=names).select_related("place"):
        if profile.pk not in ours:
            found.setdefault(profile.folded_name, []).append((profile.name, profile.position))
    return found


def _flag(rows, others):
    for row in rows:
        rivals = [
            (f"{rival.name} ({rival.line})", _position(rival)) for rival in rows[:_MOST_RIVALS] if rival is not row
        ] + others[:_MOST_RIVALS]
        place = _position(row)
        near = [name for name, position in rivals if place and position and is_near(place, position)]
        if not rivals:
            continue
        row.likeness = Likeness.LIKELY if near else Likeness.POSSIBLE
        named = ", ".join((near or [name for name, _position in rivals])[:_MOST_NAMED])
        problem = Problem("name", row.name, row.likeness, {"other": named}).as_json()
        row.problems = [known for known in row.problems if known["code"] not in Likeness.values] + [problem]


def _position(row):
    return (row.latitude, row.longitude) if row.latitude is not None else None
