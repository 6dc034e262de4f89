"""The report of mail: the books of each mailing, what is uncertain, and how a mailing is steered."""

import logging

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from mailing import lock, selectors, services
from mailing.admin.permissions import check_may_decide, policy
from mailing.admin.uncertain import REPORT, uncertain_context
from mailing.exceptions import NotAllowedNow
from mailing.models import Mailing

logger = logging.getLogger(__name__)
ACTIONS = {"pause": services.pause_mailing, "resume": services.resume_mailing, "cancel": services.cancel_mailing}


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
        context = super().get_context_data(**kwargs) | {"state": selectors.outbox_state()}
        return context | uncertain_context(self.request)


@require_POST
def steer(request, pk, action):
    """Pause, resume or cancel a mailing."""
    check_may_decide(request)
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
def unlock(request):
    """Let mail leave again after an old backup was put back."""
    check_may_decide(request)
    unlocked = lock.unlock()
    if unlocked is None:
        messages.warning(request, _("The outbox is not locked any more."))
    else:
        logger.warning("The outbox is unlocked; user %s asked for it.", request.user.pk)
        text = _("Mail leaves again. Uncertain now: %(uncertain)s, dropped: %(dropped)s.")
        messages.success(request, text % {"uncertain": unlocked[0], "dropped": unlocked[1]})
    return redirect(REPORT)
