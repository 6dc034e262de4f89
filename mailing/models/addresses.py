"""What is remembered of addresses: never the address itself, only its keyed hash."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from mailing.models.deliveries import Delivery


class Suppression(models.Model):
    """An address that gets no mail any more. No import brings it back."""

    class Reason(models.TextChoices):
        REFUSED = "refused", _("The server says that there is no such address")
        BOUNCED = "bounced", _("Bounced for good")
        COMPLAINT = "complaint", _("Reported as unwanted")
        ERASED = "erased", _("Erased at its owner's wish")
        BY_HAND = "by_hand", _("Entered by hand")

    recipient_key = models.CharField(_("keyed hash of the address"), max_length=32, primary_key=True)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    created_at = models.DateTimeField(_("since"), db_default=Now())

    class Meta:
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")
        default_permissions = ("view", "delete")

    def __str__(self):
        return self.recipient_key


class Bounce(models.Model):
    """What came back of a delivery, once of each kind. Soft ones are forgotten after 30 days."""

    class Kind(models.TextChoices):
        HARD = "hard", _("For good")
        SOFT = "soft", _("For now")
        COMPLAINT = "complaint", _("Complaint")

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="bounces")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    code = models.CharField(_("status code"), max_length=20, blank=True)
    received_at = models.DateTimeField(_("received"), db_default=Now())

    class Meta:
        verbose_name = _("bounce")
        verbose_name_plural = _("bounces")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["delivery", "kind"], name="one_bounce_of_a_kind")]

    def __str__(self):
        return f"{self.kind} {self.code}"
