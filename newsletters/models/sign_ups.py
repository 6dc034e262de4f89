"""What a form asked for and nobody has confirmed yet."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsletters.addresses import mailbox_of, normalised
from newsletters.models.lists import MailingList
from newsletters.models.subscribers import new_key
from newsletters.models.subscriptions import Frequency
from taxonomy.models import Topic


class SignUp(models.Model):
    """Wishes sent with an address, for the mailbox's owner to confirm: until then they change nothing.

    `key` stands, signed, in the link. `mailbox` is the address without what a provider ignores in it, for counting.
    """

    key = models.CharField(max_length=32, unique=True, default=new_key)
    email = models.EmailField(_("e-mail"))
    mailbox = models.EmailField(db_index=True, editable=False)
    first_name = models.CharField(_("first name"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=10)
    every_days = models.PositiveSmallIntegerField(default=Frequency.EVERY_ISSUE)
    lists = models.ManyToManyField(MailingList, related_name="+")
    topics = models.ManyToManyField(Topic, related_name="+")
    consent_text = models.TextField()
    form_url = models.CharField(max_length=500)
    network = models.CharField(max_length=50, blank=True)
    requested_at = models.DateTimeField(default=timezone.now, db_index=True)
    answered_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None) | models.Q(answered_at__isnull=False),
                name="nothing_is_confirmed_unanswered",
            )
        ]

    def __str__(self):
        return self.email

    def save(self, *args, **kwargs):
        self.email = normalised(self.email)
        self.mailbox = mailbox_of(self.email)
        super().save(*args, **kwargs)
