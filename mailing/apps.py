from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingConfig(AppConfig):
    name = "mailing"
    verbose_name = _("Mail")

    def ready(self):
        from core.changes.invisible import declare_invisible
        from mailing.schedule import register_schedule

        register_schedule()
        declare_invisible(*(f"mailing.{model.__name__}" for model in self.get_models()))
