from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Foundation")

    def ready(self):
        from core import companions, counting, overrides, signals  # noqa: F401
        from core.admin_home import notices
        from core.admin_home import pages as home_pages
        from core.admin_home import registry as home_registry
        from core.board import pages, registry
        from core.changes import receivers  # noqa: F401
        from core.changes.guard import guard_actions
        from core.jobs.notices import nobody_works
        from core.jobs.schedule import register_schedule
        from core.languages import checks  # noqa: F401
        from core.page_cache import views

        guard_actions()
        register_schedule()
        companions.register("counting", counting.Counting)
        counting.register("views of pages", views.notebook)
        notices.register(nobody_works)
        home_registry.register(drafts=home_pages.drafts, scheduled=home_pages.scheduled)
        registry.register(pages.PageSource())
