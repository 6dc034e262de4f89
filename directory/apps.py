from datetime import time

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Directory")

    def ready(self):
        from core import content_sources
        from core.admin_home import registry as home
        from core.board import registry as board
        from core.changes.invisible import declare_invisible
        from core.jobs import periodic
        from core.navigation import register_target
        from core.sitemap_sources import register_source
        from directory import dashboard, signals  # noqa: F401
        from directory.board import ProfileSource
        from directory.checks import check_licence, check_tiles
        from directory.content import Profiles as ProfilesForLetters
        from directory.exporting import hooks  # noqa: F401
        from directory.findable import ProfileSource as FindableProfiles
        from directory.importing.keeping import forget_old_files
        from directory.models import Profile
        from directory.previews import preview
        from directory.sections import profiles_about
        from directory.sharing import KIND, find_subject
        from directory.sitemap import Profiles
        from directory.usage import profiles_with
        from images.social import register_subjects
        from search.sources import register_source as register_findables
        from taxonomy import usage
        from taxonomy.sections import register_section

        checks.register(check_licence)
        checks.register(check_tiles)
        # Models don't import what pages are made of: Wagtail's previews of a profile get it here.
        Profile.preview = preview
        # Written with what they are derived from, whose saving counts.
        declare_invisible("directory.Entry", "directory.ProfileFacet")
        # What only editors see: what they told apart, and what imports keep for them.
        kept = ("NotSame", "ImportRun", "ImportRow", "Origin", "ValueMapping")
        declare_invisible(*(f"directory.{name}" for name in kept))
        board.register(ProfileSource())
        content_sources.register("profiles", ProfilesForLetters())
        register_findables(FindableProfiles())
        home.register(drafts=dashboard.drafts, scheduled=dashboard.scheduled)
        usage.register(_("Profiles with it"), profiles_with)
        register_target("directory", label=_("Directory"), view_name="directory")
        register_target("directory_map", label=_("Directory: map"), view_name="directory", query="view=map")
        periodic.register(
            "directory.imported_files", forget_old_files, label=_("Forget files of old imports"), at=time(4, 20)
        )
        register_section("profiles", profiles_about)
        register_subjects(KIND, find_subject)
        register_source("directory", Profiles())
