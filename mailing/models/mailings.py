"""One message to many: what it says, and how far it has got."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MailingQuerySet(models.QuerySet):
    def sending(self):
        return self.filter(state=Mailing.State.SENDING)

    def under_way(self):
        """Those whose deliveries may still change by themselves."""
        return self.filter(state__in=[Mailing.State.MATERIALISING, Mailing.State.SENDING, Mailing.State.PAUSED])


class Mailing(models.Model):
    """A message to an audience. `mailing.mailings` is the only module that changes its state."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SCHEDULED = "scheduled", _("Scheduled")
        MATERIALISING = "materialising", _("Gathering its audience")
        SENDING = "sending", _("Sending")
        PAUSED = "paused", _("Paused")
        DONE = "done", _("Done")
        CANCELLED = "cancelled", _("Cancelled")

    # Which registered audience (`mailing.eligibility`) it goes to, and who made it: one mailing for one key, ever.
    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(_("idempotency key"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=255)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.DRAFT)

    # Headers that all its messages share
    sender = models.CharField(_("from"), max_length=320)
    reply_to = models.CharField(_("reply to"), max_length=320, blank=True)
    list_id = models.CharField(_("List-Id"), max_length=255, blank=True)
    automatic = models.BooleanField(_("made by the site, not by a person"), default=False)

    default_language = models.CharField(_("language for whom there is no other"), max_length=10)
    content_hash = models.CharField(_("hash of its bodies"), max_length=64, blank=True)
    send_at = models.DateTimeField(_("goes out at"), null=True, blank=True)
    # How many deliveries were made of its audience. Counted while they are made, never from them.
    audience = models.PositiveIntegerField(_("audience"), default=0)
    cursor = models.CharField(_("last recipient materialised"), max_length=120, blank=True)
    materialised_at = models.DateTimeField(_("audience frozen at"), null=True, blank=True)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = MailingQuerySet.as_manager()

    class Meta:
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") | (~Q(content_hash="") & Q(send_at__isnull=False)),
                name="mailing_frozen_once_scheduled",
            ),
            models.CheckConstraint(
                condition=Q(materialised_at__isnull=False) | ~Q(state__in=["sending", "done"]),
                name="mailing_sends_to_a_frozen_audience",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["done", "cancelled"], finished_at__isnull=False)
                | (~Q(state__in=["done", "cancelled"]) & Q(finished_at=None)),
                name="mailing_finished_when_over",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def steps(self):
        """What people may do about it in its state, as pairs (name, label)."""
        pause, resume = ("pause", _("Pause")), ("resume", _("Go on"))
        cancel = ("cancel", pgettext_lazy("a mailing", "Cancel"))
        return {
            self.State.SCHEDULED: [cancel],
            self.State.MATERIALISING: [pause, cancel],
            self.State.SENDING: [pause, cancel],
            self.State.PAUSED: [resume, cancel],
        }.get(self.state, [])


class Body(models.Model):
    """What a mailing says in one language, with marks where each reader's own words go. Frozen once it is scheduled."""

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="bodies")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text part"))
    html = models.TextField(_("HTML part"), blank=True)

    class Meta:
        verbose_name = _("body of a mailing")
        verbose_name_plural = _("bodies of mailings")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["mailing", "language"], name="one_body_a_language")]

    def __str__(self):
        return f"{self.subject} ({self.language})"
