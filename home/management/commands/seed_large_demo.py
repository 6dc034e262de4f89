"""Add generated profiles to the directory, for trying scale."""

from django.core.management.base import BaseCommand

from home.demo.large import LargeDirectory
from taxonomy.services import load_topics


class Command(BaseCommand):
    help = "See that the directory has this many generated profiles, marked as a demonstration."

    def add_arguments(self, parser):
        parser.add_argument("--profiles", type=int, default=10_000, help="how many generated profiles there are to be")

    def handle(self, *, profiles, verbosity, **options):
        load_topics()
        LargeDirectory().grow(profiles, tell=lambda made: verbosity and self._tell(made, profiles))

    def _tell(self, made, profiles):
        self.stdout.write(f"\r{made} of {profiles} profiles", ending="\n" if made == profiles else "")
        self.stdout.flush()
