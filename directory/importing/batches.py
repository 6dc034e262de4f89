"""One batch of a run: what becomes of each entry, written in one transaction together with the run's cursor."""

from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils import timezone
from wagtail.models import ModelLogEntry

from core.changes.transactions import content_changed, one_change
from directory.importing.comparing import Comparison
from directory.importing.reasons import Problem
from directory.importing.values import TEXT
from directory.importing.writing import create_profiles, update_profiles
from directory.indexing import index_profiles
from directory.models import ImportRow, ImportRun, Origin
from directory.models.imports import VALUE_LENGTH
from directory.slugs import fold_name
from directory.tasks import update_references

Outcome = ImportRow.Outcome
LOG_ACTION = "directory.import"


class Interrupted(Exception):
    """Somebody else stopped the run, or goes on with it."""


def work_on(run, plans, lookup, *, seen):
    """Do what `plans`, of `seen` more entries of the file, say; then the run's cursor stands behind them.

    Nothing of it happens, and Interrupted is raised, where the run isn't running any more or its cursor has moved.
    """
    now = timezone.now()
    with one_change():
        _move_cursor(run, seen, now)
        fates = Comparison(run, plans).fates()
        if not run.dry:
            _write(run, fates, lookup, now)
        lookup.save_values(only_waiting=run.dry)
        rows = ImportRow.objects.bulk_create(_row(run, fate) for fate in fates)
        counts = {outcome.value: sum(row.outcome == outcome for row in rows) for outcome in Outcome}
        ImportRun.objects.filter(pk=run.pk).update(**{name: F(name) + number for name, number in counts.items()})
    run.cursor += seen


def _move_cursor(run, seen, now):
    ours = ImportRun.objects.filter(pk=run.pk, state=ImportRun.State.RUNNING, cursor=run.cursor)
    if not ours.update(cursor=run.cursor + seen, moved_at=now):
        raise Interrupted


def _write(run, fates, lookup, now):
    new = [fate for fate in fates if fate.outcome == Outcome.CREATED]
    changed = [fate for fate in fates if fate.changes]
    for fate, profile in zip(new, create_profiles([fate.plan.values for fate in new], lookup, now=now), strict=True):
        fate.profile = profile
        if (wanted := fate.plan.values.get("slug")) and wanted != profile.slug:
            fate.plan.problems.append(Problem("slug", wanted, "slug_taken"))
    was_live = {fate.profile.pk for fate in changed if fate.profile.live}
    update_profiles([(fate.profile, fate.changes) for fate in changed], lookup, now=now)
    for fate in changed:
        _keep_revision(fate.profile, run.user)
    written = [fate.profile for fate in chain(new, changed)]
    public = [profile.pk for profile in written if profile.live or profile.pk in was_live]
    if public:
        index_profiles(public)
        content_changed()
    if written:
        update_references.enqueue([profile.pk for profile in written])
    _log(run, new, changed, now)
    _keep_origins(run, fates)


def _keep_revision(profile, user):
    """Where editors have worked, their next draft begins with the latest revision: let it say what is true now."""
    if profile.latest_revision_id:
        fresh = type(profile).objects.get(pk=profile.pk)
        unpublished = fresh.has_unpublished_changes
        revision = fresh.save_revision(user=user, clean=False)
        published = {"live_revision": revision} if fresh.live else {}
        type(profile).objects.filter(pk=profile.pk).update(has_unpublished_changes=unpublished, **published)


def _log(run, new, changed, now):
    content_type = ContentType.objects.get_for_model(type((new or changed)[0].profile)) if new or changed else None
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=content_type,
            object_id=str(fate.profile.pk),
            label=fate.profile.name,
            action=LOG_ACTION,
            data={"run": run.pk, "source": run.source, "outcome": fate.outcome, "fields": sorted(fate.changes)},
            timestamp=now,
            user_id=run.user_id,
            content_changed=True,
        )
        for fate in chain(new, changed)
    )


def _keep_origins(run, fates):
    """Remember what was brought, also where editors' versions stay: what they decided is asked once."""
    new, known = [], []
    for fate in fates:
        if fate.brings_news:
            origin = fate.origin or Origin(source=run.source, source_id=fate.plan.source_id)
            kept = {name: value for name, value in origin.brought.items() if not name.startswith(TEXT)}
            origin.profile, origin.run = fate.profile, run
            origin.brought = {"live": False} | kept | fate.plan.values
            origin.digest = fate.plan.digest
            (known if origin.pk else new).append(origin)
    Origin.objects.bulk_create(new)
    Origin.objects.bulk_update(known, ["profile", "run", "brought", "digest"], batch_size=100)


def _row(run, fate):
    plan = fate.plan
    return ImportRow(
        run=run,
        line=plan.line,
        source_id=plan.source_id[:VALUE_LENGTH],
        name=plan.name[:160],
        folded_name=fold_name(plan.name) if plan.values else "",
        latitude=plan.values.get("latitude"),
        longitude=plan.values.get("longitude"),
        outcome=fate.outcome,
        profile_id=fate.pk,
        problems=[problem.as_json() for problem in plan.problems],
        before=fate.before if not run.dry else None,
    )
