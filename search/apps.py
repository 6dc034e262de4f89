from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = pgettext_lazy("name of the app", "Search")

    def ready(self):
        from core.changes.invisible import declare_invisible
        from search import signals  # noqa: F401

        # Written with what they are derived from, whose saving counts.
        declare_invisible("search.SearchDocument", "search.Tombstone")
