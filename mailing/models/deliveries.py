"""The ledger: one row for each recipient of each message, whatever becomes of it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from mailing.models.mailings import Mailing
from mailing.reasons import reason_label


class DeliveryQuerySet(models.QuerySet):
    def single(self):
        """Messages of their own: confirmations, password mails, notifications."""
        return self.filter(mailing=None)

    def open(self):
        """Those that will be sent, or are just being sent."""
        return self.filter(state__in=Delivery.OPEN)

    def due(self):
        """What may be claimed now, by the database's clock."""
        return self.filter(state__in=Delivery.WAITING, due_at__lte=Now())

    def uncertain(self):
        return self.filter(state=Delivery.State.UNCERTAIN)


class Letter(models.Model):
    """The bytes of a single message. They are deleted as soon as nobody is left to send them to."""

    content = models.BinaryField(_("message"))
    subject = models.CharField(_("subject"), max_length=255)
    created_at = models.DateTimeField(_("made at"), db_default=Now())

    class Meta:
        verbose_name = _("single message")
        verbose_name_plural = _("single messages")
        default_permissions = ()

    def __str__(self):
        return self.subject


class Delivery(models.Model):
    """One message to one recipient. `mailing.ledger` is the only module that changes its state."""

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting")
        CLAIMED = "claimed", _("Taken up")
        IN_FLIGHT = "in_flight", _("On its way")
        SENT = "sent", _("Sent")
        RETRY = "retry", _("Will be tried again")
        FAILED = "failed", _("Failed")
        SKIPPED = "skipped", _("Left out")
        CANCELLED = "cancelled", _("Cancelled")
        UNCERTAIN = "uncertain", _("Uncertain")

    WAITING = (State.PENDING, State.RETRY)
    HELD = (State.CLAIMED, State.IN_FLIGHT)
    OPEN = WAITING + HELD
    FINISHED = (State.SENT, State.FAILED, State.SKIPPED, State.CANCELLED)

    # Either one of a mailing, or a message of its own under a key of its own.
    mailing = models.ForeignKey(Mailing, models.CASCADE, null=True, blank=True, related_name="deliveries")
    letter = models.ForeignKey(
        Letter, models.SET_NULL, null=True, blank=True, related_name="deliveries", db_index=False
    )
    idempotency_key = models.CharField(_("idempotency key"), max_length=120, blank=True)
    # Whether to send it again where nobody can say if it arrived: two password mails do less harm than none.
    again_if_uncertain = models.BooleanField(_("sent again if uncertain"), default=False)

    recipient_key = models.CharField(_("keyed hash of the address"), max_length=32)
    address = models.CharField(_("address"), max_length=254, blank=True)
    reference = models.CharField(_("whom the audience means"), max_length=64, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    slots = models.JSONField(_("the recipient's own words"), default=dict, blank=True)
    message_id = models.CharField(_("Message-ID"), max_length=160)

    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PENDING)
    reason = models.CharField(_("reason"), max_length=60, blank=True)
    detail = models.CharField(_("what the server said"), max_length=255, blank=True)
    due_at = models.DateTimeField(_("due"), db_default=Now())
    attempts = models.PositiveSmallIntegerField(_("temporary refusals"), default=0)
    repeats = models.PositiveSmallIntegerField(_("sent again though uncertain"), default=0)
    worker = models.CharField(_("in the hands of"), max_length=80, blank=True)
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    first_tried_at = models.DateTimeField(_("first tried"), null=True, blank=True)
    created_at = models.DateTimeField(_("made at"), db_default=Now())
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        default_permissions = ("view", "change")
        # Partial, so that what is done costs nothing; all that is ever asked of a million rows is what is open.
        indexes = [
            models.Index(
                fields=["mailing", "due_at"], condition=Q(state__in=["pending", "retry"]), name="delivery_waiting"
            ),
            models.Index(
                fields=["leased_until"], condition=Q(state__in=["claimed", "in_flight"]), name="delivery_held"
            ),
            models.Index(fields=["mailing"], condition=Q(state="uncertain"), name="delivery_uncertain"),
            models.Index(fields=["letter"], condition=Q(letter__isnull=False), name="delivery_of_a_letter"),
        ]
        constraints = [
            # In this order it also finds everything that went to one address.
            models.UniqueConstraint(fields=["recipient_key", "mailing"], name="one_delivery_a_recipient"),
            models.UniqueConstraint(
                fields=["idempotency_key", "recipient_key"], condition=Q(mailing=None), name="one_single_delivery_a_key"
            ),
            models.UniqueConstraint(fields=["message_id"], name="one_delivery_a_message_id"),
            models.CheckConstraint(
                condition=Q(mailing__isnull=False, idempotency_key="") | (Q(mailing=None) & ~Q(idempotency_key="")),
                name="delivery_of_a_mailing_or_single",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["claimed", "in_flight"], leased_until__isnull=False)
                | (~Q(state__in=["claimed", "in_flight"]) & Q(leased_until=None)),
                name="delivery_leased_while_held",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["sent", "failed", "skipped", "cancelled"], finished_at__isnull=False)
                | (~Q(state__in=["sent", "failed", "skipped", "cancelled"]) & Q(finished_at=None)),
                name="delivery_finished_when_over",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["retry", "failed", "skipped", "uncertain"]) | ~Q(reason=""),
                name="delivery_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.message_id} ({self.state})"

    @property
    def reason_label(self):
        return reason_label(self.reason)
