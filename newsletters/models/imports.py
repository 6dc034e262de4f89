"""Files with subscribers who agreed elsewhere."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SubscriberImport(models.Model):
    """A file and what came of it. The file itself is kept no longer than it takes to decide about it."""

    file = models.FileField(_("file"), upload_to="subscribers/", blank=True)
    file_name = models.CharField(_("file"), max_length=200)
    report = models.JSONField(default=dict)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("uploaded"), default=timezone.now)
    finished_at = models.DateTimeField(_("imported"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("import of subscribers")
        verbose_name_plural = _("imports of subscribers")
        ordering = ["-pk"]

    def __str__(self):
        return self.file_name
