"""What the pages behind links in letters share: nobody keeps them, and a broken link leads to a friendly page."""

from functools import wraps

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.errors import nothing_here
from core.protection import Refused
from newsletters.tokens import BadToken, OldToken

PRIVATE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
_METHODS = ["GET", "HEAD", "POST"]


def behind_a_link(view):
    """A view behind a signed link, which itself proves who sends a post: no token, no cookie.

    What the view raises becomes a page: BadToken, OldToken, Refused.
    """

    @csrf_exempt
    @require_http_methods(_METHODS)
    @wraps(view)
    def guarded(request, token):
        try:
            response = view(request, token)
        except OldToken:
            response = _broken(request, _("This link is too old"), _("Links in letters hold for a short time only."))
        except BadToken:
            text = _(
                "Something is missing from it, or somebody changed it. Please copy the whole link from the letter."
            )
            response = _broken(request, _("This link doesn’t work"), text)
        except Refused as refused:
            response = show(request, "said", title=_("Not done"), text=refused.message, status=refused.status)
        for name, value in PRIVATE.items():
            response.headers[name] = value
        return response

    return guarded


def show(request, template, *, status=200, **context):
    """A page of newsletters/<template>.html that shows no form of subscribing at its foot."""
    return render(request, f"newsletters/{template}.html", context, status=status)


def subscribe_link():
    return {"label": _("Subscribe"), "url": reverse("newsletters")}


def _broken(request, title, text):
    return nothing_here(request, title=title, text=text, links=[subscribe_link()])
