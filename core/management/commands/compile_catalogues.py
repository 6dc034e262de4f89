"""Compile the message catalogues in Python, so that running the site needs no gettext."""

from os.path import relpath

from django.core.management.base import BaseCommand

from core.catalogues import compile_all_catalogues


class Command(BaseCommand):
    help = "Compile settings.CATALOGUES to the folders that the site reads (settings.LOCALE_PATHS)."
    requires_system_checks = []

    def handle(self, *, verbosity, **options):
        changed = compile_all_catalogues()
        if verbosity:
            for file in changed:
                self.stdout.write(f"Compiled {relpath(file)}")
