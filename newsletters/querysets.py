"""Named questions about lists, subscribers and subscriptions."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from core.models import LabelledQuerySet


@dataclass(frozen=True)
class Audience:
    """Who an issue goes to: subscriptions that are `due`, and those that had an issue `too_soon` before."""

    due: models.QuerySet
    too_soon: models.QuerySet


class MailingListQuerySet(LabelledQuerySet):
    def public(self):
        return self.filter(is_public=True)

    def of_short_forms(self):
        """What somebody subscribes to who gives only an address."""
        return self.public().filter(in_short_forms=True)

    def with_counts(self):
        """Annotate `confirmed` and `unconfirmed`: how many subscriptions there are."""
        return self.annotate(
            **{
                state: models.Count("subscriptions", filter=Q(subscriptions__state=state))
                for state in ("confirmed", "unconfirmed")
            }
        )


class SubscriberQuerySet(models.QuerySet):
    def matching(self, text):
        """Those whose address or name has every word of `text` in it."""
        found = self
        for word in text.split():
            found = found.filter(Q(email__icontains=word) | Q(first_name__icontains=word))
        return found


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        """Those that issues may go to."""
        return self.filter(state="confirmed", subscriber__state="active")

    def about(self, topics):
        """Those that want an issue with these topics (ids): all of them if it has none, or they named none."""
        topics = list(topics)
        if not topics:
            return self
        wanted = self.model.topics.through.objects.filter(subscription=OuterRef("pk"), topic__in=topics)
        return self.filter(Q(every_topic=True) | Exists(wanted))

    def too_soon(self, at):
        """Those that want no issue at the moment `at`, as they had one within the days that they chose."""
        return self.filter(self._within_chosen_days(at))

    def due(self, at):
        return self.exclude(self._within_chosen_days(at))

    def wanting(self, mailing_list, topics):
        """Those that want an issue of `mailing_list` about `topics` (ids), however often they want one."""
        return self.confirmed().filter(mailing_list=mailing_list).about(topics)

    def audience(self, mailing_list, topics, at):
        """The `Audience` of an issue of `mailing_list` about `topics` (ids) that leaves at the moment `at`."""
        wanted = self.wanting(mailing_list, topics)
        return Audience(due=wanted.due(at), too_soon=wanted.too_soon(at))

    def _within_chosen_days(self, at):
        """By days of the site's zone: "at most one a week" holds from Monday to Monday, whatever the hour."""
        today = timezone.localdate(at, timezone.get_default_timezone())
        condition = Q(pk__in=[])
        for days in self.model.every_days.field.choices:
            if days[0]:
                first = datetime.combine(today - timedelta(days=days[0] - 1), time.min)
                since = timezone.make_aware(first, timezone.get_default_timezone())
                condition |= Q(every_days=days[0], last_issue_at__gte=since)
        return condition
