"""Gives Wagtail's changes the one transaction that several of them lack.

Publishing, unpublishing and what the clock publishes run without one; moving a page sends its signal after its own.
Every action of Wagtail is wrapped here, and every change in the admin by `AdminChangeMiddleware`.
"""

from functools import wraps

import wagtail.actions.registry  # noqa: F401  (defines the actions below)
from django.urls import reverse
from wagtail.actions import (  # noqa: F401
    convert_alias,
    copy_for_translation,
    copy_page,
    create_alias,
    delete_page,
    move_page,
    publish_page_revision,
    publish_revision,
    revert_to_page_revision,
    unpublish,
    unpublish_page,
)
from wagtail.actions.base import BaseAction

from core.changes.transactions import one_change

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def guard_actions():
    """Run each action's `execute` as one change. Called once, when the apps are ready."""
    for action in _subclasses(BaseAction):
        if "execute" in vars(action):
            action.execute = _in_one_change(action.execute)


class AdminChangeMiddleware:
    """What an editor sends in one request is one change. The last middleware: the others have agreed to the request."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin_prefix = reverse("wagtailadmin_home")

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method in SAFE_METHODS or not request.path_info.startswith(self.admin_prefix):
            return None
        with one_change():
            return view(request, *args, **kwargs)


def _in_one_change(execute):
    @wraps(execute)
    def guarded(*args, **kwargs):
        with one_change():
            return execute(*args, **kwargs)

    return guarded


def _subclasses(kind):
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _subclasses(subclass)
