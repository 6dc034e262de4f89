from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Pages")

    def ready(self):
        from core.jobs import periodic
        from home import services

        periodic.register(
            "purge_form_submissions",
            services.purge_old_form_submissions,
            label=_("Delete form submissions older than a year"),
            at=time(3, 30),
        )
