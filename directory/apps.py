from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Directory")

    def ready(self):
        from core.admin_home import registry as home
        from core.board import registry as board
        from core.changes.invisible import declare_invisible
        from core.navigation import register_target
        from directory import dashboard, signals  # noqa: F401
        from directory.board import ProfileSource
        from directory.models import Profile
        from directory.previews import preview
        from directory.usage import profiles_with
        from taxonomy import usage

        Profile.preview = preview
        # Written with what they are derived from, whose saving counts.
        declare_invisible("directory.Entry", "directory.NotSame", "directory.ProfileFacet")
        board.register(ProfileSource())
        home.register(drafts=dashboard.drafts, scheduled=dashboard.scheduled)
        usage.register(_("Profiles with it"), profiles_with)
        register_target("directory", label=_("Directory"), view_name="directory")
