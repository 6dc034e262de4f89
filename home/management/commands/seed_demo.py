"""Fill an empty site with the demonstration: pages and news in all languages, and (in DEBUG) demo logins."""

from django.conf import settings
from django.core.management.base import BaseCommand

from core.changes.transactions import one_change
from home.demo.accounts import ensure_accounts
from home.demo.seed import seed
from home.models import HomePage


class Command(BaseCommand):
    help = (
        "Fill the site with the demonstration content. Running it again adds what is missing and changes nothing else."
    )

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing when the site has a home page already")

    def handle(self, *, if_empty, verbosity, **options):
        if not (if_empty and HomePage.objects.exists()):
            with one_change():
                seed(tell=lambda key: verbosity > 1 and self.stdout.write(f"  {key}"))
        if settings.DEBUG:
            for account in ensure_accounts():
                self.stdout.write(f"{account.role}: {account.email} / {account.password}")
