"""What became of an issue, from the books alone: nobody is tracked."""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncDay
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.page_cache.views import views_of
from mailing.course import bounces_of, course_of
from mailing.models import Bounce, Delivery
from mailing.reasons import reason_label
from mailing.selectors import account
from newsletters.issues.versions import pages_of
from newsletters.models import Subscription

State = Delivery.State


@dataclass(frozen=True)
class Table:
    """Numbers over time. `rows` are pairs (moment, cells), cells pairs (number, percent of the table's largest)."""

    caption: str
    columns: list
    rows: list

    @classmethod
    def of(cls, caption, columns, steps):
        """Of `steps`, pairs (moment as people read it, [a number for each column])."""
        largest = max((number for _moment, numbers in steps for number in numbers), default=0) or 1
        rows = [(moment, [(number, round(100 * number / largest)) for number in numbers]) for moment, numbers in steps]
        return cls(caption, columns, rows)


@dataclass(frozen=True)
class Report:
    """`account` is the equation of the mailing; `states` what its audience consists of, as (label, number, reasons).

    `bounced` has pairs (label of the kind, number), `tables` those that have rows, `views` pairs (page, views).
    """

    account: object
    bounced: list
    unsubscribed: int
    tables: list
    views: list

    @property
    def states(self):
        reasons = {}
        for (state, reason), number in sorted(self.account.reasons.items()):
            reasons.setdefault(state, []).append((reason_label(reason), number))
        counts = self.account.counts
        return [(state.label, counts[state], reasons.get(state, [])) for state in State if counts[state]]


def report_of(issue):
    """The `Report` of an issue in the active language and time zone."""
    bounces, left = bounces_of(issue.mailing), _left_because_of(issue)
    kinds = {kind: sum(day.get(kind, 0) for day in bounces.values()) for kind in Bounce.Kind}
    tables = [_sending(issue), _afterwards(bounces, left)]
    pages = list(pages_of(issue.key).values())
    views = views_of(pages)
    return Report(
        account=account(issue.mailing),
        bounced=[(kind.label, number) for kind, number in kinds.items() if number],
        unsubscribed=sum(left.values()),
        tables=[table for table in tables if table.rows],
        views=[(page, views[page.pk]) for page in pages],
    )


def _left_because_of(issue):
    """{day: how many unsubscribed by the link of this issue}."""
    left = Subscription.objects.filter(unsubscribed_by=issue.key.hex).annotate(day=TruncDay("unsubscribed_at"))
    return dict(left.order_by("day").values_list("day").annotate(Count("pk")))


def _sending(issue):
    course = course_of(issue.mailing)
    form = "SHORT_DATETIME_FORMAT" if course.by_hour else "SHORT_DATE_FORMAT"
    steps = [(date_format(at, form), [step[State.SENT], step[State.FAILED]]) for at, step in course.steps.items()]
    caption = _("How it left, by hour") if course.by_hour else _("How it left, by day")
    return Table.of(caption, [State.SENT.label, State.FAILED.label], steps)


def _afterwards(bounces, left):
    steps = [
        (date_format(day, "SHORT_DATE_FORMAT"), [sum(bounces.get(day, {}).values()), left.get(day, 0)])
        for day in sorted({*bounces, *left})
    ]
    return Table.of(_("What came afterwards, by day"), [_("Bounced"), _("Unsubscribed")], steps)
