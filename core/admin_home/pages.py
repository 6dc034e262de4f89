"""Pages that wait for somebody."""

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation

from core.admin_home.registry import SHOWN, Draft, Scheduled


def drafts(user):
    """The pages whose last draft `user` wrote and that say something else, or nothing, to readers; newest first.

    Translations that wagtail-localize keeps are not among them: they have a board of their own. Nor is what goes live
    by itself: that waits for nobody.
    """
    managed = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=OuterRef("locale"), enabled=True
    )
    pages = Page.objects.filter(
        ~Exists(managed), has_unpublished_changes=True, alias_of=None, latest_revision__user=user
    )
    pages = pages.filter(latest_revision__approved_go_live_at=None)
    newest = F("latest_revision_created_at").desc(nulls_last=True)
    return [
        Draft(page.draft_title or page.title, *_where(page), page.live, page.latest_revision_created_at)
        for page in pages.select_related("locale").order_by(newest, "pk")[:SHOWN]
    ]


def scheduled(user):
    """What is scheduled of the pages that `user` may change, soonest first."""
    now = timezone.now()
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    expiring = pages.filter(live=True, expire_at__gt=now).select_related("locale").order_by("expire_at")[:SHOWN]
    revisions = Revision.page_revisions.filter(approved_go_live_at__gt=now).order_by("approved_go_live_at")
    moments = {int(pk): moment for pk, moment in revisions.values_list("object_id", "approved_go_live_at")[:100]}
    coming = pages.filter(Q(pk__in=moments)).select_related("locale")
    found = [(moments[page.pk], page, True) for page in coming] + [(page.expire_at, page, False) for page in expiring]
    soonest = sorted(found, key=lambda item: (item[0], item[1].pk))[:SHOWN]
    return [
        Scheduled(moment, page.draft_title or page.title, *_where(page), goes_live)
        for moment, page, goes_live in soonest
    ]


def _where(page):
    return page.locale.language_code, reverse("wagtailadmin_pages:edit", args=[page.pk])
