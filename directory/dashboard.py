"""Profiles on the dashboard: what somebody has begun, and what goes live or is taken down by itself."""

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from core.admin_home.registry import SHOWN, Draft, Scheduled
from directory.models import Profile


def drafts(user):
    """The profiles whose last draft `user` wrote and that say something else, or nothing, to readers; newest first."""
    mine = Profile.objects.filter(latest_revision__user=user, has_unpublished_changes=True)
    newest = mine.order_by("-latest_revision__created_at", "pk").prefetch_related("texts")
    moments = newest.annotate(changed_at=F("latest_revision__created_at"))[:SHOWN]
    return [Draft(*_named(profile), profile.live, profile.changed_at) for profile in moments]


def scheduled(user):
    """What is scheduled of profiles, soonest first; nothing for who may not change them."""
    if not policy_registry.get_by_type(Profile).user_has_permission(user, "change"):
        return []
    now = timezone.now()
    named = Profile.objects.prefetch_related("texts")
    expiring = named.filter(live=True, expire_at__gt=now).order_by("expire_at")[:SHOWN]
    revisions = Revision.objects.filter(
        base_content_type__app_label="directory", base_content_type__model="profile", approved_go_live_at__gt=now
    ).order_by("approved_go_live_at")
    moments = {int(pk): moment for pk, moment in revisions.values_list("object_id", "approved_go_live_at")[:SHOWN]}
    coming = named.in_bulk(moments)
    return [
        *(Scheduled(moments[pk], *_named(profile), True) for pk, profile in coming.items()),
        *(Scheduled(profile.expire_at, *_named(profile), False) for profile in expiring),
    ]


def _named(profile):
    """Its name for the reader, the language of that, and where it is edited."""
    edit = reverse("wagtailsnippets_directory_profile:edit", args=[profile.pk])
    return *profile.name_in(get_language()), edit
