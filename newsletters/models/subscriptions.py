"""A subscriber's place on a list."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsletters.models.lists import MailingList
from newsletters.models.subscribers import Subscriber
from newsletters.querysets import SubscriptionQuerySet
from taxonomy.models import Topic


class Frequency(models.IntegerChoices):
    """In how many days at most one issue; 0 is every issue."""

    EVERY_ISSUE = 0, _("Every issue")
    WEEKLY = 7, _("At most one a week")
    MONTHLY = 30, _("At most one a month")
    QUARTERLY = 90, _("At most one in three months")


class Subscription(models.Model):
    """One subscriber on one list, with their wishes.

    While `every_topic` is on, the topics have no say. It says so by itself, so that a topic that is deleted makes
    nobody get everything. `last_issue_at` is written by whoever sends issues; `unsubscribed_by` names the issue whose
    link was used.
    """

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", pgettext_lazy("subscription", "Unconfirmed")
        CONFIRMED = "confirmed", pgettext_lazy("subscription", "Confirmed")
        UNSUBSCRIBED = "unsubscribed", pgettext_lazy("subscription", "Unsubscribed")

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="subscriptions")
    mailing_list = models.ForeignKey(MailingList, on_delete=models.PROTECT, related_name="subscriptions")
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.UNCONFIRMED)
    language = models.CharField(_("language"), max_length=10)
    every_days = models.PositiveSmallIntegerField(
        _("frequency"), choices=Frequency, default=Frequency.EVERY_ISSUE, validators=[MaxValueValidator(365)]
    )
    every_topic = models.BooleanField(_("every topic"), default=True)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    unsubscribed_at = models.DateTimeField(_("unsubscribed at"), null=True, blank=True)
    unsubscribed_by = models.CharField(_("unsubscribed because of"), max_length=40, blank=True)
    last_issue_at = models.DateTimeField(_("last issue"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["mailing_list__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "mailing_list"], name="on_a_list_once"),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(confirmed_at__isnull=False), name="confirmed_has_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="unsubscribed", unsubscribed_at__isnull=False)
                | (~Q(state="unsubscribed") & Q(unsubscribed_at=None, unsubscribed_by="")),
                name="unsubscribed_has_a_time",
            ),
        ]
        indexes = [models.Index(fields=["mailing_list", "state"], name="subscription_audience")]

    def __str__(self):
        return f"{self.mailing_list}: {self.get_state_display()}"
