"""Undoes a run: what it created goes, what it updated is as before, unless somebody has worked on it since."""

import logging
from time import monotonic

from django.db.models import Q
from django.utils import timezone

from core.changes.transactions import content_changed, one_change
from directory.importing.batches import Interrupted
from directory.importing.lookups import Lookup
from directory.importing.mapping import Mapping
from directory.importing.values import is_same, merge, values_of
from directory.importing.writing import update_profiles
from directory.indexing import index_profiles
from directory.models import ImportRow, ImportRun, Origin, Profile
from directory.tasks import update_references

logger = logging.getLogger(__name__)

BATCH = 200
SECONDS_A_JOB = 90
State, Undone = ImportRun.State, ImportRow.Undone
_MAY_BE_UNDONE = (State.DONE, State.STOPPED, State.FAILED)


def may_be_undone(run):
    """Whether nothing stands in the way: no later run of the source has brought anything, unless it was undone."""
    later = ImportRun.objects.filter(source=run.source, dry=False, pk__gt=run.pk).exclude(state=State.UNDONE)
    later = later.filter(Q(created__gt=0) | Q(updated__gt=0) | Q(doubtful__gt=0) | Q(state=State.RUNNING))
    return not run.dry and run.state in _MAY_BE_UNDONE and not later.exists()


def start_undoing(run):
    """Let `run` be undone. Returns whether it may be."""
    if not may_be_undone(run):
        return False
    ours = ImportRun.objects.filter(pk=run.pk, state__in=_MAY_BE_UNDONE)
    return bool(ours.update(state=State.UNDOING, cursor=0, moved_at=timezone.now()))


def go_on_for_a_while(run_id):
    """Undo more of a run. Returns whether there is more to do."""
    run = ImportRun.objects.filter(pk=run_id, state=State.UNDOING).first()
    try:
        return bool(run) and not undo(run, seconds=SECONDS_A_JOB)
    except Interrupted:
        logger.info("Somebody else is undoing import %s.", run_id)
        return False


def undo(run, *, seconds=None):
    """Undo a run that is being undone, batch by batch. Returns whether the end was reached."""
    run.refresh_from_db()
    lookup = Lookup(Mapping.from_json(run.mapping))
    ends = monotonic() + seconds if seconds else None
    while _undo_batch(run, lookup):
        if ends and monotonic() > ends:
            return False
    ImportRun.objects.filter(pk=run.pk).update(state=State.UNDONE, finished_at=timezone.now())
    return True


def _undo_batch(run, lookup):
    changed_here = Q(outcome=ImportRow.Outcome.CREATED) | Q(before__isnull=False)
    rows = list(run.rows.filter(changed_here, pk__gt=run.cursor).order_by("pk")[:BATCH])
    if not rows:
        return False
    with one_change():
        ours = ImportRun.objects.filter(pk=run.pk, state=State.UNDOING, cursor=run.cursor)
        if not ours.update(cursor=rows[-1].pk, moved_at=timezone.now()):
            raise Interrupted
        _undo_rows(run, rows, lookup)
        ImportRow.objects.bulk_update(rows, ["undone"], batch_size=100)
    run.cursor = rows[-1].pk
    return True


def _undo_rows(run, rows, lookup):
    profiles = Profile.objects.with_facts().prefetch_related("former_slugs", "origins")
    found = profiles.in_bulk([row.profile_id for row in rows if row.profile_id])
    origins = {
        origin.source_id: origin
        for origin in Origin.objects.filter(source=run.source, source_id__in=[row.source_id for row in rows])
    }
    gone, back = [], []
    for row in rows:
        profile, origin = found.get(row.profile_id), origins.get(row.source_id)
        if profile is None or origin is None:
            row.undone = Undone.DELETED if profile is None else Undone.KEPT
        elif row.before is not None:
            back.append((row, profile, origin))
        elif _is_untouched(profile, origin):
            row.undone = Undone.DELETED
            gone.append(profile)
        else:
            row.undone = Undone.KEPT
    _delete(gone)
    _put_back(back, lookup)


def _is_untouched(profile, origin):
    """Whether the profile still is what the import made it, and nobody else's besides."""
    if profile.latest_revision_id or profile.locked or profile.verified != bool(origin.brought.get("verified")):
        return False
    mine = values_of(profile)
    return len(profile.origins.all()) == 1 and all(
        is_same(name, mine.get(name), value) for name, value in origin.brought.items() if name != "slug"
    )


def _delete(profiles):
    keys = [profile.pk for profile in profiles]
    Origin.objects.filter(profile__in=keys).delete()
    Profile.objects.filter(pk__in=keys).delete()


def _put_back(back, lookup):
    changes = []
    for row, profile, origin in back:
        if profile.locked or (profile.latest_revision_id and profile.has_unpublished_changes):
            row.undone = Undone.KEPT
            continue
        wanted, kept = merge(origin.brought, values_of(profile), row.before["values"])
        row.undone = Undone.KEPT if kept else Undone.REVERTED
        if wanted:
            changes.append((profile, wanted))
        if row.before["brought"] is None:
            origin.delete()
        else:
            origin.brought, origin.digest = row.before["brought"], row.before["digest"]
            origin.save(update_fields=["brought", "digest"])
    update_profiles(changes, lookup, now=timezone.now())
    if changes:
        index_profiles(profile.pk for profile, _values in changes)
        content_changed()
        update_references.enqueue([profile.pk for profile, _values in changes])
