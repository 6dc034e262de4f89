from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Directory")

    def ready(self):
        from core.changes.invisible import declare_invisible
        from core.navigation import register_target
        from directory import signals  # noqa: F401

        # Written with what they are derived from, whose saving counts.
        declare_invisible("directory.Entry", "directory.ProfileFacet")
        # What imports keep for editors.
        declare_invisible(*(f"directory.{name}" for name in ("ImportRun", "ImportRow", "Origin", "ValueMapping")))
        register_target("directory", label=_("Directory"), view_name="directory")
