"""For health checks: whether somebody does the background work."""

from django.core.management.base import BaseCommand, CommandError

from core.jobs import selectors


class Command(BaseCommand):
    help = "Fail unless a worker, called by beat, has run the sweep within the last minutes."
    requires_system_checks = []

    def handle(self, *args, **options):
        seen_at = selectors.workers_seen_at()
        if selectors.workers_missing():
            raise CommandError(f"No background work since {seen_at}." if seen_at else "No background work so far.")
        self.stdout.write(f"Last background work: {seen_at}")
