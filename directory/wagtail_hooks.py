"""What the directory adds to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from directory import verification
from directory.admin.viewsets import DirectoryGroup

register_snippet(DirectoryGroup)


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action(verification.VERIFY, _("Verify"), _("Verified"))
    actions.register_action(verification.UNVERIFY, _("Take back the verification"), _("Verification taken back"))
    actions.register_action(verification.CONFIRM, _("Confirm"), _("Confirmed"))
