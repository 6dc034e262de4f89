"""What the admin says about languages: why a copy isn't published, and what followed its source."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from core.languages.copies import UntranslatedCopy, is_untranslated_copy
from core.languages.following import LOG_ACTION
from core.languages.texts import managed_translation, untranslated

PUBLISHED_BY_TRANSLATORS = "publish"


@hooks.register("before_publish_page")
def keep_untranslated_copy(request, page):
    """The page editor: explain instead of publishing."""
    if not page.live and is_untranslated_copy(page.specific):
        return _explain(request, page)
    return None


@hooks.register("before_edit_page", order=-1)
def keep_untranslated_target(request, page):
    """wagtail-localize's editor, which answers before the page editor does."""
    if request.method == "POST" and request.POST.get("action") == PUBLISHED_BY_TRANSLATORS:
        return keep_untranslated_copy(request, page) or keep_unfinished_translation(request, page)
    return None


def keep_unfinished_translation(request, page):
    """Name what is missing: published as it is, the page would speak two languages."""
    translation = managed_translation(page)
    missing = untranslated(translation) if translation else []
    if not missing:
        return None
    text = ngettext(
        "%(count)d text is not translated yet, so the page was not published: “%(first)s”",
        "%(count)d texts are not translated yet, so the page was not published. The first is: “%(first)s”",
        len(missing),
    )
    messages.error(request, text % {"count": len(missing), "first": Truncator(strip_tags(missing[0])).chars(80)})
    return redirect("wagtailadmin_pages:edit", page.pk)


def _explain(request, page):
    messages.error(request, UntranslatedCopy.message)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action(LOG_ACTION)
    class FollowFormatter(LogFormatter):
        label = _("Follow the source")

        def format_message(self, log_entry):
            source = Page.objects.filter(pk=log_entry.data.get("source")).values_list("title", flat=True).first()
            fields = ", ".join(log_entry.data.get("fields", []))
            return gettext("Followed “%(title)s”: %(fields)s") % {"title": source or "–", "fields": fields}
