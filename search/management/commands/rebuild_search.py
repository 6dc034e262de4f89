"""Makes what search finds anew: the documents where they need it, and this node's index."""

from django.core.management.base import BaseCommand

from search.engines.current import embedded_engine
from search.following import Following
from search.models import SearchDocument
from search.rebuilding import belongs_here, rebuild
from search.repairing import repair_documents
from search.sources import sources
from search.words import count_words
from search.writing import write_all


class Command(BaseCommand):
    help = (
        "Write the search documents that are missing or were analysed by other rules, and make this node's index anew "
        "beside the one that answers until it is done. Broken off, it goes on where it was."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="write all documents anew, whatever state they are in")
        parser.add_argument(
            "--if-needed", action="store_true", help="leave an index that is sound, and only bring what it lacks"
        )

    def handle(self, *, if_needed, verbosity, **options):
        self.verbosity = verbosity
        if options["all"]:
            self._write_all()
        else:
            self._report("documents of objects written", repair_documents(self._teller("objects")))
        engine, total = embedded_engine(), SearchDocument.objects.count()
        tell = self._teller("documents in the index", total)
        if if_needed and engine.exists and belongs_here(engine):
            self._report("changes brought to the index", Following(engine).catch_up(tell))
        else:
            rebuild(engine, tell)
            self._report("documents in the index", len(engine.versions()))
        count_words()

    def _write_all(self):
        for kind in sources():
            done, tell = 0, self._teller(f"objects of the kind “{kind}”")
            for count in write_all(kind):
                done += count
                tell(done)
            self._report(f"objects of the kind “{kind}” written", done)

    def _teller(self, what, total=None):
        def tell(done):
            if self.verbosity > 1:
                self.stdout.write(f"{done}{f' of {total}' if total else ''} {what} …")
                self.stdout.flush()

        return tell

    def _report(self, what, count):
        if self.verbosity > 0:
            self.stdout.write(f"{count} {what}")
