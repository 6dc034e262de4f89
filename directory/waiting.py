"""Profiles about which somebody has to decide: submitted ones, and those with changes that readers don't see."""

from dataclasses import dataclass

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from core.languages.names import language_name
from directory.models import Profile, ProfileText
from directory.plain import plain_text

FACTS = ("kind", "stage", "founded", "image", "original_language", "theme", "other_themes", "target_groups")
FACTS += ("innovation_types", "sdgs", "place", "locality", "latitude", "longitude", "website", "slug", "visibility")
PARTS = ("name", "summary", "story")


@dataclass(frozen=True)
class Waiting:
    """A profile with the latest draft of it; `state` is its workflow's, or None where nobody has submitted it."""

    profile: Profile
    state: WorkflowState | None
    changed: list

    @property
    def revision(self):
        return self.profile.latest_revision


def waiting():
    """The profiles that wait, those submitted first, of all of them the ones that wait longest first."""
    submitted = Exists(_states().filter(object_id=Cast(OuterRef("pk"), CharField())))
    profiles = Profile.objects.filter(latest_revision__isnull=False).annotate(submitted=submitted)
    return (
        profiles.filter(Q(has_unpublished_changes=True) | Q(live=False) | Q(submitted=True))
        .order_by("-submitted", "latest_revision__created_at", "pk")
        .select_related("latest_revision__user", "live_revision")
        .prefetch_related("texts")
    )


def described(profiles):
    """`Waiting`s for `profiles` (some of `waiting()`), in a fixed number of queries."""
    profiles = list(profiles)
    states = _states().filter(object_id__in=[str(profile.pk) for profile in profiles])
    by_profile = {state.object_id: state for state in states.select_related("requested_by", "current_task_state__task")}
    return [Waiting(profile, by_profile.get(str(profile.pk)), changed_in(profile)) for profile in profiles]


def changed_in(profile):
    """What the draft of `profile` says differently from what readers see, in words; empty for what is new to them."""
    if profile.live_revision is None:
        return []
    before, after = profile.live_revision.content, profile.latest_revision.content
    facts = [fact for fact in FACTS if before.get(fact) != after.get(fact)]
    words = [str(capfirst(Profile._meta.get_field(fact).verbose_name)) for fact in facts]
    if _tags(before) != _tags(after):
        words.append(_("Topics"))
    if _links(before) != _links(after):
        words.append(_("Pages elsewhere"))
    return [*_changed_texts(before, after), *words]


def _states():
    return WorkflowState.objects.filter(
        base_content_type__app_label="directory",
        base_content_type__model="profile",
        status=WorkflowState.STATUS_IN_PROGRESS,
    )


def _changed_texts(before, after):
    said = [_said(before), _said(after)]
    changed = [key for key in dict.fromkeys([*said[0], *said[1]]) if said[0].get(key, "") != said[1].get(key, "")]
    labels = {part: ProfileText._meta.get_field(part).verbose_name for part in PARTS}
    return [f"{capfirst(language_name(code))}: {labels[part]}" for code, part in changed]


def _said(content):
    """{(language, part): plain text} of a stored revision."""
    said = {
        (text["language"], part): plain_text(text[part]) if part == "story" else text[part]
        for text in content.get("texts", [])
        for part in PARTS
    }
    key = (content.get("original_language"), "name")
    said[key] = said.get(key) or content.get("name", "")
    return said


def _tags(content):
    return sorted(item["tag"] for item in content.get("topic_items", []))


def _links(content):
    return [link["url"] for link in content.get("links", [])]
