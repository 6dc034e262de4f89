from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

from core.changes.invisible import declare_invisible


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")
    default = True

    def ready(self):
        from members import signals  # noqa: F401

        declare_invisible("members.User")


class AdminUsersConfig(WagtailUsersAppConfig):
    """Wagtail's management of users, with our forms: stands in INSTALLED_APPS instead of "wagtail.users"."""

    user_viewset = "members.viewsets.UserViewSet"
