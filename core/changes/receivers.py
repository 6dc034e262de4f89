"""Counts the content version up when something that readers see is saved, deleted or connected."""

from django.db.models.signals import m2m_changed, post_delete, post_save

from core.changes.invisible import is_draft_only, is_visible
from core.changes.transactions import content_changed


def saved(sender, update_fields=None, **signal):
    if is_visible(sender) and not is_draft_only(update_fields):
        content_changed()


def deleted(sender, **signal):
    if is_visible(sender):
        content_changed()


def connected(sender, action, **signal):
    if action.startswith("post_") and is_visible(sender):
        content_changed()


post_save.connect(saved, dispatch_uid="core.changes.saved")
post_delete.connect(deleted, dispatch_uid="core.changes.deleted")
m2m_changed.connect(connected, dispatch_uid="core.changes.connected")
