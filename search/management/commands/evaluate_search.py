"""Measures the search with a set of graded queries, in an index of its own: the site's data isn't touched."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import EngineAway
from search.evaluation import reading, report
from search.evaluation.engines import THROWAWAY
from search.evaluation.running import Run


class Command(BaseCommand):
    help = "Measure the search with graded queries: nDCG@10, recall@20, queries without a result, time; by class."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "documents", type=Path, help="a list of {id, kind, language, title, text, topics: [labels], place, date}"
        )
        parser.add_argument(
            "queries", type=Path, help="a list of {id, class, language, text, grades: {id of a document: 1–3}}"
        )
        parser.add_argument("--synonyms", type=Path, metavar="FILE", help="a list of groups of words and phrases")
        parser.add_argument("--topics", type=Path, metavar="FILE", help="a list of {language: label}")
        parser.add_argument("--engine", choices=sorted(THROWAWAY), default="embedded")
        parser.add_argument("--json", action="store_true", help="print all figures and hits as JSON")

    def handle(self, *, documents, queries, synonyms, topics, engine, **options):
        try:
            found = reading.read_documents(documents)
            asked = reading.read_queries(queries, found)
            groups = reading.read_synonyms(synonyms) if synonyms else []
            labels = reading.read_topics(topics) if topics else []
            with THROWAWAY[engine]() as empty:
                run = Run(empty, found, groups, labels)
                outcomes = [run.ask(query) for query in asked]
        except reading.BrokenFile as error:
            raise CommandError(str(error)) from error
        except EngineAway as error:
            raise CommandError(f"The engine “{engine}” doesn't answer: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps(report.as_data(outcomes), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(report.lines(outcomes)))
