from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

from core.changes.invisible import declare_invisible


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")
    default = True

    def ready(self):
        from core.jobs import periodic
        from members import signals  # noqa: F401
        from members.consents import forget_old_networks

        declare_invisible("members.User", "members.ConsentRecord")
        periodic.register(
            "members.consent_networks",
            forget_old_networks,
            label=_("Forget which networks old consents came from"),
            at=time(3, 50),
        )


class AdminUsersConfig(WagtailUsersAppConfig):
    """Wagtail's management of users, with our forms: stands in INSTALLED_APPS instead of "wagtail.users"."""

    user_viewset = "members.viewsets.UserViewSet"
