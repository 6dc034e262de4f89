"""Tells how a search of the site was understood and why a hit is where it is."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search.engines.base import EngineAway
from search.explanation import explanation, lines


class Command(BaseCommand):
    help = "Tell how a search was understood, what the engine was asked, and why each hit is where it is."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("query", help="what a reader typed")
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE)
        parser.add_argument(
            "--id",
            action="append",
            default=[],
            metavar="ID",
            dest="names",
            help="tell of this one instead of the first hits: “kind:id”, an id, or an address; may be repeated",
        )
        parser.add_argument("--json", action="store_true", help="print all of it as JSON")

    def handle(self, *, query, language, names, **options):
        try:
            data = explanation(query, language, names)
        except EngineAway as error:
            raise CommandError(f"The search doesn't answer: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(lines(data)))
