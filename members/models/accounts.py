"""Accounts: the e-mail address is the login."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.querysets import UserManager, tidy_email


def default_language():
    return settings.LANGUAGE_CODE


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(
        _("e-mail"), unique=True, error_messages={"unique": _("An account with this address exists already.")}
    )
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("preferred language"),
        max_length=10,
        default=default_language,
        help_text=_("Of the admin, and of the mail that the site sends to this person."),
    )
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Accounts that aren't active can't log in. Better than deleting one.")
    )
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_an_address")]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        super().clean()
        self.email = tidy_email(self.email)

    def save(self, *args, **kwargs):
        self.email = tidy_email(self.email)
        super().save(*args, **kwargs)

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.partition(" ")[0]
