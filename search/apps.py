from django.apps import AppConfig
from django.core import checks
from django.utils.translation import pgettext_lazy


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = pgettext_lazy("name of the app", "Search")

    def ready(self):
        from core import companions, counting
        from core.admin_home import notices
        from core.changes.invisible import declare_invisible
        from core.navigation import register_target
        from search import signals  # noqa: F401
        from search.checks import TAG, check_analysis, check_elasticsearch, check_index_folder
        from search.counting import notebook
        from search.follower import Follower
        from search.notices import elasticsearch_is_away
        from search.schedule import register_schedule

        # Written with what they are derived from, whose saving counts.
        declare_invisible("search.SearchDocument", "search.Tombstone", "search.QueryCount")
        checks.register(check_index_folder, TAG)
        checks.register(check_analysis, TAG)
        checks.register(check_elasticsearch, TAG)
        notices.register(elasticsearch_is_away)
        companions.register("search", Follower)
        counting.register("searches", notebook)
        register_target("search", label=pgettext_lazy("part of the site", "Search"), view_name="search")
        register_schedule()
