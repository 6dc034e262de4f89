"""Everything between a fresh clone and a site that can be looked at, in one process so that a second start is quick."""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    help = "Compile catalogues, migrate and fill an empty site with the demonstration. Whatever is done already stays."
    requires_system_checks = []

    def handle(self, *, verbosity, **options):
        call_command("compile_catalogues", verbosity=0)
        if _has_migrations_to_run():
            self.stdout.write("Preparing the database and the demonstration content (this happens once) …")
            self.stdout.flush()
            call_command("migrate", verbosity=0)
        call_command("seed_demo", if_empty=True, verbosity=verbosity, stdout=self.stdout)
        call_command("rebuild_search", if_needed=True, verbosity=0)


def _has_migrations_to_run():
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
