"""What the directory adds to the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from directory import many, merging, verification
from directory.admin.bulk import ACTIONS
from directory.admin.viewsets import DirectoryGroup
from directory.importing.admin import hooks as import_hooks  # noqa: F401 (registers them)

register_snippet(DirectoryGroup)
for action in ACTIONS:
    hooks.register("register_bulk_action", action, order=1)  # after the one that Wagtail has for deleting


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action(verification.VERIFY, _("Verify"), _("Verified"))
    actions.register_action(verification.UNVERIFY, _("Take back the verification"), _("Verification taken back"))
    actions.register_action(verification.CONFIRM, _("Confirm"), _("Confirmed"))
    actions.register_action(many.ADD_TOPIC, _("Add a topic"), _("A topic was added"))

    @actions.register_action(merging.MERGE)
    class MergeFormatter(LogFormatter):
        label = _("Merge")

        def format_message(self, log_entry):
            return gettext("“%(name)s” (%(slug)s) was merged into it") % log_entry.data


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/directory.css"))
