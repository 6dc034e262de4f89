"""Who gets newsletters, without an account."""

import secrets

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsletters.addresses import masked, normalised
from newsletters.querysets import SubscriberQuerySet


def new_key():
    return secrets.token_urlsafe(16)


class Subscriber(models.Model):
    """An address that gets newsletters. `key` stands, signed, in the links to its preferences.

    `language` is that of letters about the subscription, and of what is subscribed to from now on. `new_email` waits
    to be confirmed from its own mailbox.
    """

    class State(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("subscriber", "Active")
        BLOCKED = "blocked", pgettext_lazy("subscriber", "Blocked")

    email = models.EmailField(_("e-mail"))
    new_email = models.EmailField(_("new e-mail"), blank=True, editable=False)
    first_name = models.CharField(_("first name"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=10)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State,
        default=State.ACTIVE,
        help_text=_("A blocked one gets nothing, and neither forms nor imports change that."),
    )
    key = models.CharField(_("key"), max_length=32, unique=True, default=new_key, editable=False)
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = SubscriberQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_subscriber_an_address"),
            models.CheckConstraint(condition=~models.Q(email=""), name="subscriber_has_an_address"),
        ]
        permissions = [("export_subscribers", "Can export subscribers")]

    def __str__(self):
        return self.email

    def save(self, *args, **kwargs):
        self.email = normalised(self.email)
        super().save(*args, **kwargs)

    @property
    def masked_email(self):
        return masked(self.email)
