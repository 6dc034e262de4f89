"""What editors do with imports. The work itself is done in the background."""

from django.utils import timezone

from directory.importing import running, undoing
from directory.importing.mapping import Mapping, guess_mapping
from directory.importing.tasks import go_on, go_on_undoing
from directory.models import ImportRun

State = ImportRun.State


class NotPossible(Exception):
    """The import is not in a state for that."""


def keep_upload(*, file, file_name, facts, source, user):
    """A prepared run of an uploaded file, with the mapping that fits its columns best."""
    run = ImportRun(
        source=source,
        file_name=file_name[:200],
        digest=facts.digest,
        columns=facts.columns,
        mapping=guess_mapping(facts.columns).as_json(),
        total=facts.total,
        user=user,
    )
    file.seek(0)
    run.file.save(file_name, file, save=False)
    run.save()
    return run


def set_mapping(*, run, mapping, publish):
    """Decide how a prepared run reads its file. Raises FileRefused where the mapping can't be used for it."""
    Mapping.from_json(mapping).refuse_missing(run.columns)
    prepared = ImportRun.objects.filter(pk=run.pk, state=State.NEW)
    if not prepared.update(mapping=mapping, publish=publish):
        raise NotPossible


def begin(*, run, dry):
    """Let a prepared run begin, as a rehearsal or in earnest. Raises FileRefused, NotPossible."""
    Mapping.from_json(run.mapping).refuse_missing(run.columns)
    if not ImportRun.objects.filter(pk=run.pk, state=State.NEW).update(dry=dry):
        raise NotPossible
    run.dry = dry
    resume(run=run)


def prepare_again(*, run, user):
    """A new prepared run of the same file with the same mapping."""
    if not run.file:
        raise NotPossible
    again = ImportRun(user=user)
    for name in ("source", "file", "file_name", "digest", "columns", "mapping", "publish", "total"):
        setattr(again, name, getattr(run, name))
    again.save()
    return again


def resume(*, run):
    """Let a run go on in the background."""
    if not (run.file and running.start(run)):
        raise NotPossible
    go_on.enqueue(run.pk)


def stop(*, run):
    """Interrupt a run after the batch that it is at."""
    if not running.stop(run):
        raise NotPossible


def undo(*, run):
    """Undo a run in the background; one whose undoing has stalled goes on."""
    stalled = run.state == State.UNDOING and is_stalled(run)
    if not (stalled or undoing.start_undoing(run)):
        raise NotPossible
    go_on_undoing.enqueue(run.pk)


def is_stalled(run):
    """Whether a run that should be worked on isn't."""
    at_work = run.state in (State.RUNNING, State.UNDOING)
    return at_work and (run.moved_at is None or run.moved_at < timezone.now() - running.STALLED)


def possible_actions(run):
    """What may be done with a run now: names of the functions of this module, or of their uses."""
    return {
        State.NEW: ["rehearse", "begin"],
        State.RUNNING: ["resume", "stop"] if is_stalled(run) else ["stop"],
        State.STOPPED: ["resume"] + ["undo"] * undoing.may_be_undone(run),
        State.DONE: ["again"] * bool(run.file) + ["undo"] * undoing.may_be_undone(run),
        State.FAILED: ["undo"] * (undoing.may_be_undone(run) and run.cursor > 0),
        State.UNDOING: ["undo"] * is_stalled(run),
        State.UNDONE: ["again"] * bool(run.file),
    }[run.state]
