"""Compile the message catalogues in Python, so that running the site needs no gettext."""

from django.conf import settings
from django.core.management.base import BaseCommand

from core.catalogues import compile_catalogues


class Command(BaseCommand):
    help = "Compile locale/ to the folder that the site reads (var/locale)."
    requires_system_checks = []

    def handle(self, *, verbosity, **options):
        changed = compile_catalogues(settings.BASE_DIR / "locale", settings.LOCALE_PATHS[0])
        if verbosity:
            for file in changed:
                self.stdout.write(f"Compiled {file.relative_to(settings.BASE_DIR)}")
