"""Brings a file of another collection into the directory, or says what that would do."""

import signal
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import reset_queries
from django.utils.translation import gettext as _
from django.utils.translation import override

from directory.importing import running
from directory.importing.batches import Interrupted
from directory.importing.mapping import guess_mapping, read_mapping, shipped_mappings
from directory.importing.progress import Progress
from directory.importing.reading import examine
from directory.importing.reasons import FileRefused
from directory.importing.report import outcome_lines, report_parts
from directory.models import ImportRun


class Command(BaseCommand):
    help = "Import profiles from a CSV or GeoJSON file. The same command again goes on where it was interrupted."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="CSV or GeoJSON in UTF-8")
        parser.add_argument("--source", required=True, help="a short word for where the entries come from")
        parser.add_argument(
            "--mapping",
            help=f"a TOML file, or one of: {', '.join(shipped_mappings())} (default: what fits the columns best)",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change no profile")
        parser.add_argument("--publish", action="store_true", help="publish what is imported (default: drafts)")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="write what became of each row to a file")
        parser.add_argument("--restart", action="store_true", help="don't go on with an interrupted run")
        parser.add_argument(
            "--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE, help="of what it says"
        )

    def handle(self, *, file, language, **options):
        with override(language):
            _refuse_long_word(options["source"])
            try:
                with file.open("rb") as opened:
                    run = self._import(opened, file.name, **options)
            except OSError as error:
                raise CommandError(_("The file can’t be opened: %(error)s") % {"error": error}) from error
            except FileRefused as error:
                raise CommandError(_("%(reason)s Nothing was changed.") % {"reason": error}) from error
            self._tell(run)
            if options["report"]:
                with options["report"].open("w", encoding="utf-8") as report:
                    report.writelines(report_parts(run))
        if run.state != ImportRun.State.DONE:
            raise SystemExit(130)

    def _import(self, opened, name, *, source, mapping, dry_run, publish, restart, verbosity, **options):
        run, going_on = self._find_run(opened, name, source, mapping, dry_run, publish, restart)
        if going_on and verbosity:
            self.stdout.write(_("Going on after entry %(number)d.") % {"number": run.cursor})
        if not running.start(run):
            raise CommandError(_("Another import of this source is running."))
        progress = Progress(self.stderr, run, quiet=verbosity < 1)
        with _stop_on_signal() as stopped:

            def after_batch(run):
                progress.show(run.cursor)
                reset_queries()  # with DEBUG on, each would be kept until the end
                return bool(stopped)

            try:
                running.work_through(run, opened, after_batch=after_batch)
            except Interrupted as error:
                raise CommandError(_("Somebody else stopped this import, or is working on it.")) from error
            finally:
                progress.end()
        run.refresh_from_db()
        return run

    def _find_run(self, opened, name, source, mapping, dry, publish, restart):
        """(the run, whether it has begun earlier)."""
        facts = examine(opened)
        chosen = shipped_mappings().get(mapping) or (read_mapping(mapping) if mapping else guess_mapping(facts.columns))
        way = {"source": source, "mapping": chosen, "publish": publish}
        if not dry and (found := running.find_unfinished(digest=facts.digest, **way)):
            if not restart:
                return found, found.cursor > 0
            running.stop(found)
        return running.prepare_run(file=opened, file_name=name, facts=facts, dry=dry, **way), False

    def _tell(self, run):
        if run.state != ImportRun.State.DONE:
            self.stdout.write(
                _("Interrupted after entry %(done)d of %(total)d. The same command again goes on from there.")
                % {"done": run.cursor, "total": run.total}
            )
        for label, number in outcome_lines(run):
            self.stdout.write(f"{label}: {number}")
        if run.dry:
            self.stdout.write(_("This was a rehearsal: no profile was changed."))


def _refuse_long_word(source):
    try:
        ImportRun._meta.get_field("source").clean(source, None)
    except ValidationError as error:
        raise CommandError(f"--source: {' '.join(error.messages)}") from error


@contextmanager
def _stop_on_signal():
    """A list that isn't empty any more once Ctrl-C or a polite kill came; the second one has its usual effect."""
    stopped, before = [], {}

    def note(number, frame):
        stopped.append(number)
        signal.signal(number, before[number])

    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, note)
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
