"""Subscribing: a page that everybody gets from the cache, and the posts of it, of blocks and of the footer."""

from urllib.parse import urlsplit

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core import protection
from core.page_cache.middleware import share
from newsletters import signing_up
from newsletters.forms import PURPOSE, SubscribeForm
from newsletters.offers import consent_text, public_offer
from newsletters.views.common import show


@csrf_exempt  # it stands on cached pages; `core.protection` guards it without a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request):
    if request.method == "POST":
        return _receive(request)
    return share(_show(request, SubscribeForm(offer=public_offer())))


@require_safe
def sent(request):
    """The same for everybody, whoever is subscribed."""
    title = _("Look into your mailbox")
    text = _(
        "If the address is right, a letter from us is on its way. A button behind its link, good for 72 hours, "
        "confirms the subscription. If nothing comes, look among the unwanted mail."
    )
    return share(show(request, "said", title=title, text=text))


def _receive(request):
    form = SubscribeForm(request.POST, offer=public_offer())
    try:
        protection.check_origin(request)
        if not form.is_valid():
            return _show(request, form, status=422)
        protection.count_post(request, purpose=PURPOSE)
    except protection.Refused as refused:
        form.refuse(refused)
        return _show(request, form, status=refused.status)
    signing_up.request_sign_up(
        **form.wishes(),
        consent_text=consent_text(),
        form_url=_form_url(request),
        network=protection.coarse_network_of(request),
    )
    return redirect("newsletters_sent")


def _show(request, form, status=200):
    lists = public_offer().lists
    title = _("Newsletters")
    return show(request, "subscribe", status=status, title=title, form=form, lists=lists, consent=consent_text())


def _form_url(request):
    """The page of ours that the form stands on, as far as the browser says it."""
    referer = request.headers.get("Referer", "")
    ours = urlsplit(referer).netloc == request.get_host()
    return (referer if ours else request.build_absolute_uri()).partition("?")[0][:500]
