"""The outbox as a whole: whether it may send at all, and how fast."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outbox(models.Model):
    """The one row that knows whether the outbox is locked. `mailing.lock` compares `serial` with a file beside it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    serial = models.PositiveBigIntegerField(_("serial number"), default=0)
    # The highest number that some machine remembers of this database, where that is more than it knows itself.
    remembered = models.PositiveBigIntegerField(_("remembered elsewhere"), default=0)
    locked_at = models.DateTimeField(_("locked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("outbox")
        verbose_name_plural = _("outbox")
        default_permissions = ("change",)
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_outbox")]

    def __str__(self):
        return f"{self.serial}"


class Pace(models.Model):
    """When the next message may leave: for everybody (the empty name), or to one domain."""

    domain = models.CharField(_("domain"), max_length=253, primary_key=True)
    free_at = models.DateTimeField(_("free at"))

    class Meta:
        verbose_name = _("pace")
        verbose_name_plural = _("paces")
        default_permissions = ()

    def __str__(self):
        return self.domain or "*"
