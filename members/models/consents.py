"""The proof that somebody agreed, and that they took it back: rows that are added and never changed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecordIsFinal(Exception):
    """Somebody tried to change or delete a record of consent."""


class ConsentQuerySet(models.QuerySet):
    def about(self, address):
        """What is on record about an address, the newest first."""
        return self.filter(address=address).order_by("-confirmed_at", "-pk")

    def forget_networks(self, before):
        """Blank the networks of what was recorded before a moment; returns how many. All else stays."""
        return models.QuerySet(self.model).filter(recorded_at__lt=before).exclude(network="").update(network="")

    def erase(self, address):
        """Delete what is known about the address of somebody who asked to be erased."""
        return models.QuerySet(self.model).filter(address=address).delete()

    def update(self, **values):
        raise RecordIsFinal

    def delete(self):
        raise RecordIsFinal


class ConsentRecord(models.Model):
    """Who agreed to what, in which words, when and where; or who took it back.

    `confirmed_at` is when it holds from: the button behind a confirmation's link, or a withdrawal. `network` is the
    truncated address that the request came from, and expires. The database itself refuses changes of all the rest.
    """

    class Action(models.TextChoices):
        GIVEN = "given", pgettext_lazy("consent", "Given")
        WITHDRAWN = "withdrawn", pgettext_lazy("consent", "Withdrawn")

    purpose = models.CharField(_("purpose"), max_length=100)
    address = models.EmailField(_("e-mail"), db_index=True)
    action = models.CharField(_("action"), max_length=10, choices=Action)
    text = models.TextField(_("words agreed to"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    form_url = models.CharField(_("form"), max_length=500, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    network = models.CharField(_("network"), max_length=50, blank=True)
    requested_at = models.DateTimeField(_("requested at"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), default=timezone.now)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)

    objects = ConsentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("record of consent")
        verbose_name_plural = _("records of consent")
        ordering = ["-confirmed_at", "-pk"]

    def __str__(self):
        return f"{self.purpose}: {self.get_action_display()}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise RecordIsFinal
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise RecordIsFinal
