"""Profiles on the dashboard: what somebody has begun, and what goes live or is taken down by itself."""

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from core.admin_home.registry import SHOWN, Draft, Scheduled
from directory.models import Profile


def drafts(user):
    """The profiles whose last draft `user` wrote and that say something else, or nothing, to readers; newest first."""
    mine = Profile.objects.filter(latest_revision__user=user, has_unpublished_changes=True)
    newest = mine.select_related("latest_revision").defer("latest_revision__content")
    return [
        Draft(profile.latest_revision.object_str, *_where(profile), profile.live, profile.latest_revision.created_at)
        for profile in newest.order_by("-latest_revision__created_at", "pk")[:SHOWN]
    ]


def scheduled(user):
    """What is scheduled of profiles, soonest first; nothing for who may not change them."""
    if not policy_registry.get_by_type(Profile).user_has_permission(user, "change"):
        return []
    now = timezone.now()
    expiring = Profile.objects.filter(live=True, expire_at__gt=now).prefetch_related("texts").order_by("expire_at")
    coming = Revision.objects.filter(
        base_content_type__app_label="directory", base_content_type__model="profile", approved_go_live_at__gt=now
    ).order_by("approved_go_live_at")[:SHOWN]
    profiles = Profile.objects.in_bulk([int(revision.object_id) for revision in coming])
    going = [(revision.approved_go_live_at, revision, profiles.get(int(revision.object_id))) for revision in coming]
    found = [
        Scheduled(moment, revision.object_str, *_where(profile), True) for moment, revision, profile in going if profile
    ]
    return found + [
        Scheduled(profile.expire_at, str(profile), *_where(profile), False) for profile in expiring[:SHOWN]
    ]


def _where(profile):
    return profile.original_language, reverse("wagtailsnippets_directory_profile:edit", args=[profile.pk])
