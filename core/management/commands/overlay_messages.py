"""Bring the overlay catalogues up to date with the installed packages."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.overlay.merging import merge_all


class Command(BaseCommand):
    help = "Add to core/overlay/ what installed packages leave untranslated, and drop what they no longer say."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Write nothing; fail if there is something to do.")

    def handle(self, *, check, **options):
        merges = merge_all()
        for merge in merges:
            self._report(merge)
            if not check and len(merge.catalogue):
                merge.save()
        if check and any(merge.added or merge.dropped or merge.changed or merge.untranslated for merge in merges):
            raise CommandError("The overlay is not up to date: run `manage.py overlay_messages` and translate.")

    def _report(self, merge):
        name = merge.file.relative_to(settings.BASE_DIR)
        self.stdout.write(f"{name}: {len(merge.catalogue)} messages, {len(merge.untranslated)} to translate")
        for sign, msgids in (("+", merge.added), ("-", merge.dropped), ("plural changed:", merge.changed)):
            for msgid in msgids:
                self.stdout.write(f"  {sign} {msgid!r}")
