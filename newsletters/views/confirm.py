"""Confirming a sign-up: the link shows a button, only the button does something."""

from django.utils.translation import gettext as _

from newsletters import links, signing_up, tokens
from newsletters.models import SignUp, Subscriber
from newsletters.tokens import OldToken
from newsletters.views.common import behind_a_link, show


@behind_a_link
def confirm(request, token):
    sign_up = SignUp.objects.filter(key=tokens.CONFIRM.read(token)).prefetch_related("lists").first()
    if sign_up is None:
        raise OldToken
    if sign_up.confirmed_at:
        return _used(request, sign_up)
    if request.method != "POST":
        return show(request, "confirm", title=_("Confirm your subscription"), sign_up=sign_up)
    try:
        subscriber = signing_up.confirm(sign_up)
    except signing_up.UsedAlready:
        return _used(request, sign_up)
    text = _("From now on you get what you chose. Here you can change it at any time:")
    return show(request, "said", title=_("You are subscribed"), text=text, way=_way(subscriber))


def _used(request, sign_up):
    """Who holds the link reads the mailbox, so they may see their preferences."""
    subscriber = Subscriber.objects.filter(email=sign_up.email).first()
    text = _("It has been used already. What you get stands among your preferences.")
    return show(request, "said", title=_("This link is done"), text=text, way=subscriber and _way(subscriber))


def _way(subscriber):
    return {"label": _("My preferences"), "url": links.preferences_path(subscriber)}
