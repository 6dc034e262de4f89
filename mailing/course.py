"""How a mailing went over time, and what came back of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.db.models.functions import TruncDay, TruncHour

from mailing.models import Bounce, Delivery

# What took longer is shown by days.
SHOWN_BY_HOUR = timedelta(hours=36)
TOLD = (Delivery.State.SENT, Delivery.State.FAILED)


@dataclass(frozen=True)
class Course:
    """{beginning of an hour, or of a day: {state: how many ended so}}, in order, without those in which none did."""

    steps: dict
    by_hour: bool


def course_of(mailing):
    """The `Course` of a mailing in the active time zone: what was sent, and what failed."""
    ended = mailing.deliveries.filter(state__in=TOLD).order_by()
    counted = ended.annotate(hour=TruncHour("finished_at")).values_list("hour", "state").annotate(Count("pk"))
    hours = sorted(counted)
    by_hour = not hours or hours[-1][0] - hours[0][0] <= SHOWN_BY_HOUR
    steps = {}
    for hour, state, number in hours:
        step = steps.setdefault(hour if by_hour else hour.replace(hour=0), dict.fromkeys(TOLD, 0))
        step[state] += number
    return Course(steps, by_hour)


def bounces_of(mailing):
    """{day: {kind of bounce: how many}}; those for now are forgotten after some time (`mailing.bounces`)."""
    bounced = Bounce.objects.filter(delivery__mailing=mailing).annotate(day=TruncDay("received_at"))
    days: dict[datetime, dict] = {}
    for day, kind, number in bounced.order_by("day").values_list("day", "kind").annotate(Count("pk")):
        days.setdefault(day, {})[kind] = number
    return days
