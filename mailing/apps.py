from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingConfig(AppConfig):
    name = "mailing"
    verbose_name = _("Mail")

    def ready(self):
        from django.core import checks

        from core.admin_home import notices
        from core.changes.invisible import declare_invisible
        from mailing.admin.notices import mail_stands_still
        from mailing.checks import TAG, check_webhook
        from mailing.schedule import register_schedule

        notices.register(mail_stands_still)
        register_schedule()
        checks.register(check_webhook, TAG)
        declare_invisible(*(f"mailing.{model.__name__}" for model in self.get_models()))
