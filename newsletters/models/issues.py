"""What belongs to an issue in all its languages together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mailing.models import Mailing
from newsletters.models.lists import MailingList


class Issue(models.Model):
    """How an issue leaves; its pages share its `key`, their translation key.

    `contents` has what it says in each language, as `gathering.gather` makes it, and `revisions` what is published
    when it leaves: both are frozen while its mailing is no draft.
    """

    key = models.UUIDField(_("key"), unique=True)
    mailing = models.OneToOneField(Mailing, on_delete=models.PROTECT, related_name="issue")
    mailing_list = models.ForeignKey(MailingList, on_delete=models.PROTECT, related_name="issues")
    contents = models.JSONField(_("contents"), default=dict)
    revisions = models.JSONField(_("revisions"), default=dict)
    topics = models.JSONField(_("topics"), default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        default_permissions = ()
        permissions = [("send_issue", "Can send issues")]

    def __str__(self):
        return str(self.mailing)

    @property
    def is_frozen(self):
        return self.mailing.state != Mailing.State.DRAFT
