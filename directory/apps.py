from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Directory")

    def ready(self):
        from core.changes.invisible import declare_invisible
        from core.navigation import register_target
        from core.sitemap_sources import register_source
        from directory import signals  # noqa: F401
        from directory.checks import check_licence, check_tiles
        from directory.exporting import hooks  # noqa: F401
        from directory.sections import profiles_about
        from directory.sharing import KIND, find_subject
        from directory.sitemap import Profiles
        from images.social import register_subjects
        from taxonomy.sections import register_section

        checks.register(check_licence)
        checks.register(check_tiles)
        # Written with what they are derived from, whose saving counts.
        declare_invisible("directory.Entry", "directory.ProfileFacet")
        # What imports keep for editors.
        declare_invisible(*(f"directory.{name}" for name in ("ImportRun", "ImportRow", "Origin", "ValueMapping")))
        register_target("directory", label=_("Directory"), view_name="directory")
        register_target("directory_map", label=_("Directory: map"), view_name="directory", query="view=map")
        register_section("profiles", profiles_about)
        register_subjects(KIND, find_subject)
        register_source("directory", Profiles())
