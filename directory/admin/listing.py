"""The listing of profiles."""

from django.db.models import CharField, Exists, F, OuterRef
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, DateColumn, StatusTagColumn
from wagtail.models import WorkflowState
from wagtail.snippets.views.snippets import IndexView

from core.labelled_admin import LabelledIndexView
from core.languages.names import language_name
from directory.admin.filters import State
from directory.models import Profile

DETAIL = "profile-detail"  # has no room on a phone


def is_waiting():
    """A condition: somebody submitted the profile, and nobody has decided yet."""
    states = WorkflowState.objects.filter(
        base_content_type__app_label="directory",
        base_content_type__model="profile",
        status=WorkflowState.STATUS_IN_PROGRESS,
        object_id=Cast(OuterRef("pk"), CharField()),
    )
    return Exists(states)


def listed():
    """Profiles with everything that a row of the listing says."""
    return (
        Profile.objects.select_related("kind", "place__parent__parent")
        .prefetch_related("texts")
        .annotate(changed_at=F("latest_revision__created_at"), waiting=is_waiting())
    )


def state_of(profile):
    """Its state in words."""
    if profile.waiting:
        return pgettext("state of a profile", "Waits for approval")
    if not profile.live:
        return State.DRAFT.label
    return State.CHANGED.label if profile.has_unpublished_changes else State.LIVE.label


def languages_of(profile):
    """The names of the languages that it says something in."""
    spoken = [text.language for text in profile.texts.all() if text.says_something]
    return capfirst(", ".join(language_name(code) for code in spoken))


class ProfileIndexView(LabelledIndexView, IndexView):
    """Found by name in any language, in a fixed number of queries."""

    default_ordering = "sort_key"

    def get_base_queryset(self):
        return listed()

    @cached_property
    def columns(self):
        title = self._get_title_column("__str__")
        # Not the latest draft's name, which was kept in the language of whoever wrote that.
        title.label, title.sort_key, title.accessor = _("Name"), "sort_key", str
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet"),
            title,
            Column("kind", label=_("Kind"), sort_key="kind__order", classname=DETAIL),
            Column("place", label=_("Place"), accessor=lambda profile: profile.locality or profile.place or ""),
            StatusTagColumn("state", label=_("State"), accessor=state_of, primary=lambda profile: profile.live),
            Column("languages", label=_("Languages"), accessor=languages_of, classname=DETAIL),
            DateColumn("changed_at", label=_("Updated"), sort_key="changed_at", classname=DETAIL),
        ]
