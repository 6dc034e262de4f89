"""The life of a run: prepared, started, worked through in batches, interrupted and resumed, finished."""

import logging
from datetime import timedelta
from itertools import islice
from time import monotonic

from django.utils import timezone

from core.changes.transactions import one_change
from directory.importing.batches import Interrupted, work_on
from directory.importing.labels import ensure_topics
from directory.importing.likeness import flag_likeness
from directory.importing.lookups import Lookup
from directory.importing.mapping import Mapping
from directory.importing.reading import examine, read_records
from directory.importing.reasons import FileRefused
from directory.importing.rows import Planner
from directory.models import ImportRun

logger = logging.getLogger(__name__)

BATCH = 200
# A job has ten minutes at most, and where one process does everything its lease is five: each works for less.
SECONDS_A_JOB = 90
# A run that nobody has moved for so long isn't being worked on any more.
STALLED = timedelta(minutes=15)
State = ImportRun.State
_MAY_START = (State.NEW, State.STOPPED, State.RUNNING)


def prepare_run(*, file, file_name, source, mapping, facts=None, dry=False, publish=False, user=None, keep_file=False):
    """A new run for an open file, which is read to its end first: FileRefused is raised where it can't be imported.

    `facts` are those of `examine` where that was done already; `keep_file` stores the file with the run, for jobs.
    """
    facts = facts or examine(file)
    mapping.refuse_missing(facts.columns)
    run = ImportRun(
        source=source,
        file_name=file_name[:200],
        digest=facts.digest,
        columns=facts.columns,
        mapping=mapping.as_json(),
        total=facts.total,
        dry=dry,
        publish=publish,
        user=user,
    )
    if keep_file:
        file.seek(0)
        run.file.save(file_name, file, save=False)
    run.save()
    return run


def find_unfinished(*, source, digest, mapping, publish):
    """The last run of the source, where it is one of the same file in the same way and did not come to its end.

    Rehearsals are not looked for: they say what would happen now.
    """
    last = ImportRun.objects.filter(source=source, dry=False).exclude(started_at=None).first()
    same = last and (last.digest, last.publish, last.mapping) == (digest, publish, mapping.as_json())
    return last if same and last.state in (State.STOPPED, State.RUNNING) else None


def start(run):
    """Let `run` be running, from its beginning or from where it was interrupted. Returns whether it may.

    In earnest there is one at a time for each source.
    """
    now = timezone.now()
    at_work = ImportRun.objects.filter(source=run.source, dry=False, state__in=(State.RUNNING, State.UNDOING))
    if not run.dry and at_work.filter(moved_at__gt=now - STALLED).exclude(pk=run.pk).exists():
        return False
    started = ImportRun.objects.filter(pk=run.pk, state__in=_MAY_START)
    started.filter(started_at=None).update(started_at=now)
    return bool(started.update(state=State.RUNNING, moved_at=now, error={}))


def stop(run):
    """Interrupt a run after the batch that it is at."""
    return bool(ImportRun.objects.filter(pk=run.pk, state=State.RUNNING).update(state=State.STOPPED))


def work_through(run, file, *, seconds=None, after_batch=None):
    """Go on with a running run until its end, or for so many seconds. Returns whether the end was reached.

    `after_batch` is called with the run after each batch; where it says True, the run stops there. Raises Interrupted
    when somebody else stopped the run or works on it, FileRefused when the file isn't the one that was examined.
    """
    run.refresh_from_db()
    mapping = Mapping.from_json(run.mapping)
    if not run.dry:
        with one_change():
            ensure_topics(mapping.topics)
    lookup = Lookup(mapping)
    planner = Planner(mapping, lookup, publish=run.publish)
    ends = monotonic() + seconds if seconds else None
    records = islice(read_records(file), run.cursor, None)
    while batch := list(islice(records, BATCH)):
        work_on(run, [planner.plan(record) for record in batch], lookup, seen=len(batch))
        if after_batch and after_batch(run):
            stop(run)
            return False
        if ends and monotonic() > ends:
            return False
    _finish(run)
    return True


def go_on_for_a_while(run_id):
    """Work on a run in the background. Returns whether there is more to do; what can't be read is on its record."""
    run = ImportRun.objects.filter(pk=run_id, state=State.RUNNING).first()
    if run is None:
        return False
    try:
        with run.file.open("rb") as file:
            return not work_through(run, file, seconds=SECONDS_A_JOB)
    except (OSError, ValueError):
        refuse(run, FileRefused("file_gone"))
    except FileRefused as error:
        refuse(run, error)
    except Interrupted:
        logger.info("Import %s was interrupted, or somebody else goes on with it.", run_id)
    return False


def refuse(run, error):
    """Record that the file can't be read on."""
    logger.warning("Import %s ended: %s", run.pk, error.code)
    ImportRun.objects.filter(pk=run.pk).update(state=State.FAILED, error=error.as_json(), finished_at=timezone.now())


def _finish(run):
    with one_change():
        flag_likeness(run)
        ImportRun.objects.filter(pk=run.pk, state=State.RUNNING).update(state=State.DONE, finished_at=timezone.now())
    run.refresh_from_db()
