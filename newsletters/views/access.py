"""What a link in a letter of today opens: the whole address, taking the data, moving to another mailbox."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core import protection
from newsletters import links, tokens
from newsletters import preferences as services
from newsletters.forms import NewAddressForm
from newsletters.models import Subscriber
from newsletters.tokens import BadToken, OldToken
from newsletters.views.common import behind_a_link, show, subscribe_link
from newsletters.views.preferences import subscriber_of

MOVES_AN_HOUR = 5


@behind_a_link
def access(request, token):
    subscriber = subscriber_of(tokens.ACCESS, token)
    form = NewAddressForm(request.POST or None)
    if request.method == "POST":
        protection.check_origin(request)
        if "erase" in request.POST:
            services.erase(subscriber)
            text = _("We have deleted your address and everything that we kept with it.")
            return show(request, "said", title=_("You are deleted"), text=text, way=subscribe_link())
        if form.is_valid():
            return _ask_to_move(request, subscriber, form.cleaned_data["email"])
    status = 422 if form.errors else 200
    title = _("My address and data")
    export = links.path("newsletters_export", token)
    return show(request, "access", status=status, title=title, form=form, subscriber=subscriber, export=export)


@behind_a_link
def export(request, token):
    """Everything that is stored about the subscriber, as JSON."""
    subscriber = subscriber_of(tokens.ACCESS, token)
    data = services.everything_about(subscriber)
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = 'attachment; filename="newsletters.json"'
    return response


@behind_a_link
def address(request, token):
    """Behind the link that the new mailbox got: a button moves the subscription there."""
    key, _separator, fingerprint = tokens.ADDRESS.read(token).partition(tokens.SEPARATOR)
    subscriber = Subscriber.objects.filter(key=key).exclude(new_email="").first()
    if subscriber is None:
        raise OldToken
    if fingerprint != links.fingerprint(subscriber.new_email):
        raise BadToken
    if request.method != "POST":
        return show(request, "address", title=_("Move the subscription"), subscriber=subscriber)
    protection.check_origin(request)
    try:
        services.move(subscriber=subscriber)
    except services.AddressTaken:
        text = _("This address has been subscribed by itself meanwhile. Nothing was changed.")
        return show(request, "said", title=_("Not done"), text=text, status=409)
    return redirect(f"{links.preferences_path(subscriber)}?saved=moved")


def _ask_to_move(request, subscriber, email):
    if protection.happens_too_often("newsletters:move", subscriber.key, MOVES_AN_HOUR):
        raise protection.Refused(_("You asked for that very often. Please try again in an hour."), status=429)
    if email != subscriber.email:
        services.ask_to_move(subscriber=subscriber, email=email)
    text = _(
        "A letter is on its way to %(address)s. A button behind its link, good for 24 hours, moves the subscription."
    )
    return show(request, "said", title=_("Look into your new mailbox"), text=text % {"address": email})
