"""What mail providers have reported, as far as it must not count again."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class HeardReport(models.Model):
    """A provider's report that was acted on. It counts once; after some days it is too old anyway."""

    digest = models.CharField(_("hash of its identifier"), max_length=64, primary_key=True)
    heard_at = models.DateTimeField(_("received"), db_default=Now())

    class Meta:
        verbose_name = _("provider's report")
        verbose_name_plural = _("providers' reports")
        default_permissions = ()

    def __str__(self):
        return self.digest
