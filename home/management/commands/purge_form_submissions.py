"""Deletes what readers sent through forms once it has been kept long enough."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home import services


class Command(BaseCommand):
    help = "Delete form submissions that are older than a number of days."

    def add_arguments(self, parser):
        parser.add_argument(
            "--days", type=int, default=services.DAYS_OF_SUBMISSIONS, help="how many days they are kept (%(default)s)"
        )

    def handle(self, *args, days, **options):
        if days < 1:
            raise CommandError("They are kept for one day at least.")
        count = services.purge_form_submissions(before=timezone.now() - timedelta(days=days))
        self.stdout.write(f"{count} deleted")
