from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Pages")

    def ready(self):
        from core.jobs import periodic
        from home import services
        from home.findable import SitePageSource
        from search.sources import register_source

        register_source(SitePageSource())
        periodic.register(
            "purge_form_submissions",
            services.purge_old_form_submissions,
            label=_("Delete form submissions older than a year"),
            at=time(3, 30),
        )
