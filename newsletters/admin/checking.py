"""The way from the editor of an issue to where it is checked and sent."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem

from newsletters.admin.issues import send_url
from newsletters.admin.permissions import may_send
from newsletters.models import NewsletterIndexPage, NewsletterPage

ACTION = "action-check"


class CheckMenuItem(ActionMenuItem):
    """Saves the draft and goes on to its checks."""

    name = ACTION
    label = _("Save, check and send…")
    icon_name = "mail"

    def is_shown(self, context):
        page = context.get("page") or context.get("parent_page")
        is_issue = page is not None and page.specific_class in (NewsletterPage, NewsletterIndexPage)
        # A new issue has only the archive above it yet; the archive itself is never sent.
        is_issue = is_issue and (page.specific_class is NewsletterPage) == (context["view"] != "create")
        return is_issue and super().is_shown(context) and may_send(context["request"].user)


def to_checks(request, page):
    """Where to go once a page is saved by `CheckMenuItem`; None: where others go."""
    if ACTION in request.POST and page.specific_class is NewsletterPage:
        return redirect(send_url(page))
    return None
