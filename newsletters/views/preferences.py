"""A subscriber's preferences, without an account: the signed link of each letter opens them, the address masked."""

from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from core import protection
from newsletters import links, mails, tokens
from newsletters import preferences as services
from newsletters.forms import PreferencesForm
from newsletters.models import MailingList, Subscriber
from newsletters.offers import consent_text
from newsletters.tokens import BadToken
from newsletters.views.common import behind_a_link, show

FRESH_LINKS_AN_HOUR = 3


def subscriber_of(kind, token):
    """The subscriber that a link is about. Raises BadToken."""
    subscriber = Subscriber.objects.filter(key=kind.read(token)).first()
    if subscriber is None:
        raise BadToken
    return subscriber


@behind_a_link
def preferences(request, token):
    subscriber = subscriber_of(tokens.PREFERENCES, token)
    if request.method == "POST":
        protection.check_origin(request)
        if "leave" in request.POST:
            services.unsubscribe_from_everything(subscriber)
            return redirect(f"{request.path}?saved=left")
        return _save(request, subscriber)
    return _show(request, subscriber, PreferencesForm(subscriber=subscriber, lists=_lists(subscriber)))


@behind_a_link
def fresh_link(request, token):
    """Mail the link that changing the address and taking the data need; to the subscriber's own mailbox only."""
    subscriber = subscriber_of(tokens.PREFERENCES, token)
    if request.method != "POST":
        return redirect("newsletters_preferences", token)
    protection.check_origin(request)
    if not protection.happens_too_often("newsletters:fresh_link", subscriber.key, FRESH_LINKS_AN_HOUR):
        mails.send_access(subscriber)
    text = _("A letter with a fresh link, good for 24 hours, is on its way to %(address)s.")
    text %= {"address": subscriber.masked_email}
    way = {"label": _("My preferences"), "url": links.preferences_path(subscriber)}
    return show(request, "said", title=_("Look into your mailbox"), text=text, way=way)


def _save(request, subscriber):
    lists = _lists(subscriber)
    form = PreferencesForm(request.POST, subscriber=subscriber, lists=lists)
    if not form.is_valid():
        return _show(request, subscriber, form, status=422)
    answers = form.cleaned_data
    services.set_preferences(
        subscriber=subscriber,
        language=answers["language"],
        first_name=answers["first_name"],
        wishes=form.wishes(),
        consent_text=consent_text(),
        form_url=request.build_absolute_uri(request.path.partition("/preferences/")[0] + "/preferences/"),
        network=protection.coarse_network_of(request),
    )
    # Whoever has just chosen a language reads on in it.
    with override(answers["language"]):
        return redirect(f"{links.preferences_path(subscriber)}?saved=wishes")


def _lists(subscriber):
    mine = Q(subscriptions__subscriber=subscriber, subscriptions__state="confirmed")
    return list(MailingList.objects.filter(Q(is_public=True) | mine).distinct().prefetch_related("topics"))


def _show(request, subscriber, form, status=200):
    return show(
        request,
        "preferences",
        status=status,
        title=_("My preferences"),
        form=form,
        subscriber=subscriber,
        saved=request.GET.get("saved", ""),
        consent=consent_text(),
        language=get_language(),
        fresh_url=links.path("newsletters_fresh_link", tokens.PREFERENCES.make(subscriber.key)),
    )
