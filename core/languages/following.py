"""What isn't text follows the original into its translations as soon as the original is published.

wagtail-localize copies it only when a translation is saved again, and then from the state in which the original was
submitted for translation.
"""

import json
import logging
from functools import cache

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.dispatch import Signal
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from core.languages.bodies import follow_blocks
from core.languages.facts import copy_facts, differing
from core.languages.originals import followers, original_of, origins

logger = logging.getLogger(__name__)

LOG_ACTION = "core.follow_source"

# Sent with `instance` when a live page changed without being published: its draft holds texts that aren't ready.
live_page_followed = Signal()


@transaction.atomic
def follow_source(page, *, user=None):
    """Bring the facts of a published `page` to its translations, and those of its own original to it.

    What is live changes at once; drafts keep their texts and stay drafts. Returns the pages whose fields changed; the
    blocks of bodies follow as `follow_blocks` says.
    """
    page = type(page)._default_manager.get(pk=page.pk)
    if not page.followed_fields or page.alias_of_id:
        return []
    ways = origins(page.translation_key)
    original = original_of(page, ways)
    changed = [page] if original and original.live and _follow(original, page, user) else []
    if not page.live:
        return changed
    facts = type(page)._default_manager.get(pk=page.pk) if changed else page
    # Only where somebody asks, and once.
    content = cache(lambda: _read(facts))
    if source := TranslationSource.objects.filter(object_id=facts.translation_key, locale=facts.locale_id).first():
        _refresh_snapshot(source, facts, content)
        follow_blocks(source, facts, content, user=user)
    return changed + [follower for follower in followers(page, ways) if _follow(facts, follower, user)]


def _follow(source, target, user):
    """Copy what differs to the live row and to the draft of `target`; True when something did."""
    Page.objects.select_for_update().get(pk=target.pk)
    draft = target.get_latest_revision_as_object() if target.has_unpublished_changes or not target.live else None
    live_names, draft_names = differing(source, target), differing(source, draft) if draft else []
    if not live_names and not draft_names:
        return False
    copy_facts(source, target, live_names)
    if draft is None:
        target.save_revision(user=user, clean=False).publish(user=user, log_action=False, skip_permission_checks=True)
    else:
        if live_names:
            _save_row(target)
        if draft_names:
            copy_facts(source, draft, draft_names)
            _replace_draft(target, draft, user)
    names = sorted({*live_names, *draft_names})
    log(
        instance=target, action=LOG_ACTION, user=user, data={"source": source.pk, "fields": names}, content_changed=True
    )
    logger.info("Page %s followed page %s: %s", target.pk, source.pk, ", ".join(names))
    return True


def _save_row(target):
    if target.live:
        target.last_published_at = timezone.now()
    target.save(clean=False)
    if target.live:
        live_page_followed.send(sender=type(target), instance=target)


def _replace_draft(target, draft, user):
    """A revision like the latest but for the facts; if that was to go live at some time, this one is."""
    latest = target.get_latest_revision()
    moment = latest.approved_go_live_at if latest else None
    draft.save_revision(user=user, clean=False, approved_go_live_at=moment)
    if moment:
        target.revisions.filter(pk=latest.pk).update(approved_go_live_at=None)


def _read(page):
    """What `page` says; its child relations are at hand from then on, as each is looked at several times."""
    prefetch_related_objects([page], *(relation.get_accessor_name() for relation in get_all_child_relations(page)))
    return json.loads(page.to_json())


def _refresh_snapshot(source, page, read_content):
    """Let wagtail-localize, too, know the facts: it would bring back those of the day when translation began."""
    content, current = json.loads(source.content_json), read_content()
    facts = {name: current[name] for name in page.followed_fields if name in current}
    if any(content.get(name) != value for name, value in facts.items()):
        source.content_json = json.dumps(content | facts)
        TranslationSource.objects.filter(pk=source.pk).update(content_json=source.content_json)
