"""The report of mail: the books of each mailing, what is uncertain, and what may be done about it."""

import logging

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from mailing import ledger, lock, selectors, services
from mailing.exceptions import NotAllowedNow
from mailing.models import Mailing

logger = logging.getLogger(__name__)
policy = ModelPermissionPolicy(Mailing)
REPORT = "mailing:report"
UNCERTAIN_SHOWN = 100
ACTIONS = {"pause": services.pause_mailing, "resume": services.resume_mailing, "cancel": services.cancel_mailing}
DECISIONS = {"arrived": ledger.found, "again": ledger.send_again, "give-up": ledger.give_up}


class ReportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Whoever may see mailings sees the numbers of all of them; addresses only of what is uncertain."""

    permission_policy = policy
    permission_required = "view"
    page_title = gettext_lazy("Mail")
    header_icon = "mail"
    template_name = "mailing/report.html"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "state": selectors.outbox_state(),
            "uncertain": selectors.uncertain_deliveries()[:UNCERTAIN_SHOWN],
            "may_change": policy.user_has_permission(self.request.user, "change"),
        }


@require_POST
def steer(request, pk, action):
    """Pause, resume or cancel a mailing."""
    _check(request)
    if action not in ACTIONS:
        raise Http404
    mailing = get_object_or_404(Mailing, pk=pk)
    try:
        ACTIONS[action](mailing)
    except NotAllowedNow:
        messages.warning(request, _("That is not possible any more: the mailing has moved on."))
    else:
        logger.info("Mailing %s: %s; user %s asked for it.", pk, action, request.user.pk)
        messages.success(request, _("Done: %(title)s") % {"title": mailing.title})
    return redirect(REPORT)


@require_POST
def decide(request, decision):
    """Settle the chosen uncertain deliveries."""
    _check(request)
    if decision not in DECISIONS:
        raise Http404
    keys = [int(key) for key in request.POST.getlist("delivery") if key.isdecimal()]
    number = DECISIONS[decision](keys)
    logger.info("%s uncertain deliveries: %s; user %s decided.", number, decision, request.user.pk)
    messages.success(
        request, ngettext("%(number)s is settled.", "%(number)s are settled.", number) % {"number": number}
    )
    return redirect(REPORT)


@require_POST
def unlock(request):
    """Let mail leave again after an old backup was put back."""
    _check(request)
    unlocked = lock.unlock()
    if unlocked is None:
        messages.warning(request, _("The outbox is not locked any more."))
    else:
        logger.warning("The outbox is unlocked; user %s asked for it.", request.user.pk)
        text = _("Mail leaves again. Uncertain now: %(uncertain)s, dropped: %(dropped)s.")
        messages.success(request, text % {"uncertain": unlocked[0], "dropped": unlocked[1]})
    return redirect(REPORT)


def _check(request):
    if not policy.user_has_permission(request.user, "change"):
        raise PermissionDenied
