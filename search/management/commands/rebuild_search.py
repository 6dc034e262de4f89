"""Makes what search finds anew: the documents where they need it, this node's index, and Elasticsearch's."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search import feeding
from search.engines.base import EngineAway
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
        "Write the search documents that are missing or were analysed by other rules, and make this node's index anew, "
        "and Elasticsearch's where the site has one, beside what answers until it is done. Broken off, it goes on "
        "where it was."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="write all documents anew, whatever state they are in")
        parser.add_argument(
            "--if-needed", action="store_true", help="leave indexes that are sound, and only bring what they lack"
        )

    def handle(self, *, if_needed, verbosity, **options):
        self.verbosity = verbosity
        if options["all"]:
            self._write_all()
        else:
            self._report("documents of objects written", repair_documents(self._teller("objects")))
        self._bring_to_this_node(if_needed)
        count_words()
        if settings.SEARCH_ELASTICSEARCH:
            self._bring_to_elasticsearch(if_needed)

    def _bring_to_this_node(self, if_needed):
        engine = embedded_engine()
        tell = self._teller("documents in the index", SearchDocument.objects.count())
        if if_needed and engine.exists and belongs_here(engine):
            self._report("changes brought to the index", Following(engine).catch_up(tell))
        else:
            rebuild(engine, tell)
            self._report("documents in the index", len(engine.versions()))

    def _bring_to_elasticsearch(self, if_needed):
        tell = self._teller("documents in Elasticsearch", SearchDocument.objects.count())
        bring = feeding.feed if if_needed else feeding.rebuild_elasticsearch
        try:
            self._report("documents brought to Elasticsearch", bring(tell))
        except EngineAway as error:
            told = f"All is done but for Elasticsearch, which doesn't answer: {error}"
            if not if_needed:
                raise CommandError(told) from error
            # It is fed by the clock as soon as it's there.
            self.stderr.write(told)

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
