"""Leaving a list: the link shows a button; mail programs post by themselves (RFC 8058)."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from newsletters import links, preferences
from newsletters.models import Subscription
from newsletters.tokens import OldToken
from newsletters.views.common import behind_a_link, show


@behind_a_link
def unsubscribe(request, token):
    """No check of the origin: the post comes from a mail provider, and the link is the permission. It never expires."""
    pk, issue = links.read_unsubscribe(token)
    row = Subscription.objects.select_related("subscriber", "mailing_list").filter(pk=pk).first()
    if row is None:
        raise OldToken
    left = row.state == Subscription.State.UNSUBSCRIBED
    if request.method == "POST":
        preferences.unsubscribe(row, issue=issue)
        left = True
        if "List-Unsubscribe" in request.POST:
            return HttpResponse("Unsubscribed.\n", content_type="text/plain")
    title = _("You are unsubscribed") if left else _("Unsubscribe")
    return show(request, "unsubscribe", title=title, row=row, left=left)
