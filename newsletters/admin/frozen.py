"""Tells who edits an issue that what it says is frozen, in whichever editor its language has."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from mailing.models import Mailing
from newsletters.admin.issues import send_url
from newsletters.admin.permissions import may_send
from newsletters.issues.selectors import issue_of
from newsletters.models import NewsletterPage


# Before wagtail-localize, which answers itself where the page is a translation.
@hooks.register("before_edit_page", order=-2)
def say_that_it_is_frozen(request, page):
    if request.method != "GET" or page.specific_class is not NewsletterPage:
        return
    issue = issue_of(page.translation_key)
    if issue is None or not issue.is_frozen:
        return
    buttons = []
    if may_send(request.user):
        taken_back = issue.mailing.state == Mailing.State.SCHEDULED
        buttons = [messages.button(send_url(page), _("Back to draft …") if taken_back else _("To its report"))]
    messages.warning(request, _text(issue.mailing), buttons=buttons)


def _text(mailing):
    if mailing.state == Mailing.State.SCHEDULED:
        at = date_format(localtime(mailing.send_at), "SHORT_DATETIME_FORMAT")
        text = _("This issue is scheduled for %(at)s. It leaves as it was then: what you change now isn’t in it.")
        text += " " + _("To change it, somebody who may send takes it back to draft first.")
        return text % {"at": at}
    if mailing.state == Mailing.State.CANCELLED:
        return _("This issue was cancelled and can’t be sent any more. For another one, copy the page.")
    return _(
        "This issue has been sent, or is just leaving. What you change in its text changes neither the letters nor "
        "what the archive shows."
    )
