"""What nobody can say of whether it arrived: listed in pages, and settled by somebody who was asked twice."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render, resolve_url
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from mailing import ledger
from mailing.admin.permissions import check_may_decide, may_decide, may_see
from mailing.models import Delivery
from mailing.selectors import uncertain_deliveries

logger = logging.getLogger(__name__)
PER_PAGE = 50
REPORT = "mailing:report"


@dataclass(frozen=True)
class Decision:
    """What may be done about uncertain deliveries; `apply(keys)` gives how many were still uncertain."""

    label: Promise
    meaning: Promise
    apply: Callable


DECISIONS = {
    "arrived": Decision(
        gettext_lazy("They arrived"),
        gettext_lazy("Counts them as sent. For what the mail server’s log has under its Message-ID."),
        ledger.found,
    ),
    "again": Decision(
        gettext_lazy("Send them again"),
        gettext_lazy("Nobody goes without, but who has got the letter already gets it twice."),
        ledger.send_again,
    ),
    "give-up": Decision(
        gettext_lazy("Give them up"),
        gettext_lazy("Sends nothing more. Who didn’t get the letter goes without; it counts as cancelled."),
        ledger.give_up,
    ),
}


def uncertain_context(request, mailing=None):
    """What "mailing/uncertain.html" needs: a page of what is uncertain, of one mailing or of all; {} if one may not."""
    if not may_see(request.user):
        return {}
    return {
        "uncertain": Paginator(uncertain_deliveries(mailing), PER_PAGE).get_page(request.GET.get("p")),
        "of_mailing": mailing,
        "decisions": DECISIONS,
        "may_decide": may_decide(request.user),
    }


@require_POST
def decide(request, decision):
    """Settle uncertain deliveries: those that were chosen, or all. What it means is said first, and asked once more."""
    check_may_decide(request)
    if decision not in DECISIONS:
        raise Http404
    chosen = _chosen(request.POST)
    number = chosen.count()
    if number and "confirmed" not in request.POST:
        return render(request, "mailing/decide.html", _question(request, decision, number))
    settled = DECISIONS[decision].apply(chosen.order_by().values("pk")) if number else 0
    logger.info("%s uncertain deliveries: %s; user %s decided.", settled, decision, request.user.pk)
    _tell(request, number, settled)
    return redirect(_way_back(request))


def _chosen(asked):
    mailing = asked.get("mailing", "")
    uncertain = uncertain_deliveries()
    if mailing:
        uncertain = uncertain.filter(mailing=int(mailing)) if mailing.isdecimal() else Delivery.objects.none()
    if asked.get("which") == "all":
        return uncertain
    return uncertain.filter(pk__in=[int(key) for key in asked.getlist("delivery") if key.isdecimal()])


def _question(request, decision, number):
    asked = request.POST
    return {
        "decision": DECISIONS[decision],
        "name": decision,
        "number": number,
        "kept": [(name, value) for name in ("mailing", "which", "next", "delivery") for value in asked.getlist(name)],
        "way_back": resolve_url(_way_back(request)),
    }


def _tell(request, number, settled):
    if not number:
        messages.warning(request, _("Nothing of what you chose is uncertain."))
        return
    text = ngettext("%(number)s is settled.", "%(number)s are settled.", settled)
    messages.success(request, text % {"number": settled})
    if settled < number:
        text = _("The rest can’t be sent again: its addresses are forgotten, or it was settled meanwhile.")
        messages.warning(request, text)


def _way_back(request):
    address = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else REPORT
