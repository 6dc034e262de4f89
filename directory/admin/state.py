"""Buttons that say something of a profile at once, beside its form: verified, confirmed."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button

from directory.admin.permissions import Only, may
from directory.models import Profile
from directory.verification import confirm, unverify, verify

# What the button says, what it does, what is said afterwards.
ACTIONS = {
    "verify": (_("Verify"), verify, _("“%(profile)s” is verified now.")),
    "unverify": (_("Take back the verification"), unverify, _("“%(profile)s” is no longer verified.")),
    "confirm": (_("Confirm today"), confirm, _("It is noted that “%(profile)s” is right today.")),
}
ICONS = {"verify": "check", "unverify": "cross", "confirm": "date"}


def state_buttons(profile, user, url_name):
    """The buttons that make sense for `profile`, for whoever may publish. `url_name` gives the view's address."""
    if not may(user, "publish"):
        return []
    names = ["unverify" if profile.verified else "verify", "confirm"]
    return [
        Button(
            ACTIONS[name][0],
            icon_name=ICONS[name],
            priority=place,
            attrs={
                "data-controller": "w-action",
                "data-action": "w-action#post",
                "data-w-action-url-value": reverse(url_name, args=[name, profile.pk]),
            },
        )
        for place, name in enumerate(names, start=3)
    ]


class StateView(Only, View):
    """Do what a button says, of what is live; the draft stays as it is."""

    allowed = ("publish",)
    http_method_names = ["post"]

    def post(self, request, action, pk):
        if action not in ACTIONS:
            raise Http404
        profile = get_object_or_404(Profile, pk=pk)
        _label, change, message = ACTIONS[action]
        change(profiles=[profile], user=request.user)
        messages.success(request, message % {"profile": profile})
        edit = reverse(Profile.snippet_viewset.get_url_name("edit"), args=[pk])
        return redirect(get_valid_next_url_from_request(request) or edit)
