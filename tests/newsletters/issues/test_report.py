"""What became of an issue: numbers that add up, and nothing about single readers but what needs a decision."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from core.page_cache import views
from mailing.bounces.receiving import record_bounce
from mailing.models import Delivery
from newsletters.issues import services
from newsletters.issues.audience import REASONS, TOO_SOON
from newsletters.issues.reports import report_of
from tests.core.queries import queries_of
from tests.members.factories import UserFactory
from tests.newsletters.factories import SubscriptionFactory

pytestmark = pytest.mark.django_db

EVENING = datetime(2026, 11, 24, 21, 30, tzinfo=ZoneInfo("Europe/Sofia"))
QUERIES = 23
State = Delivery.State


@pytest.fixture
def issue(news, compose, deliver):
    """One that has left to four readers; a fifth wants fewer issues."""
    for number in range(4):
        SubscriptionFactory(mailing_list=news, subscriber__email=f"reader{number}@example.org")
    SubscriptionFactory(mailing_list=news, every_days=30, last_issue_at=timezone.now())
    issue = services.schedule(compose(title="Новини от ноември").translation_key)
    deliver()
    return issue


def address(issue):
    return reverse("newsletters_send", args=[issue.key])


def sent(issue):
    return issue.mailing.deliveries.filter(state="sent").order_by("pk")


def lose(deliveries):
    """Let nobody know whether these arrived."""
    keys = list(deliveries.values_list("pk", flat=True))
    Delivery.objects.filter(pk__in=keys).update(state="uncertain", reason="worker lost", finished_at=None)
    return keys


def test_each_part_of_the_audience_stands_there_with_its_reasons(issue):
    last = sent(issue).last()
    Delivery.objects.filter(pk=last.pk).update(state="failed", reason="SMTP 550")
    report = report_of(issue)
    assert (report.account.audience, report.account.balances) == (5, True)
    assert [(label, number, reasons) for label, number, reasons in report.states] == [
        (State.SENT.label, 3, []),
        (State.FAILED.label, 1, [("SMTP 550", 1)]),
        (State.SKIPPED.label, 1, [(REASONS[TOO_SOON], 1)]),
    ]


def test_what_bounced_was_sent_and_stands_on_a_line_of_its_own(issue):
    first, second = sent(issue)[:2]
    record_bounce(first, kind="hard")
    record_bounce(second, kind="soft")
    report = report_of(issue)
    assert [number for _kind, number in report.bounced] == [1, 1]
    assert report.account.counts["sent"] == 4


def test_who_left_by_the_link_of_the_issue_is_counted_and_when(issue, client, deliver):
    link = deliver()["reader0@example.org"]["List-Unsubscribe"].strip("<>")
    client.post(link.removeprefix("http://localhost:8000"))
    report = report_of(issue)
    assert report.unsubscribed == 1
    assert [[number for number, _percent in cells] for _day, cells in report.tables[-1].rows] == [[0, 1]]


def test_it_shows_by_hours_how_an_issue_left_and_by_days_what_took_longer(issue):
    keys = list(sent(issue).values_list("pk", flat=True))
    Delivery.objects.filter(pk__in=keys).update(finished_at=EVENING)
    Delivery.objects.filter(pk=keys[0]).update(finished_at=EVENING.replace(hour=22))
    by_hour = report_of(issue).tables[0]
    assert by_hour.rows == [
        ("24.11.2026 21:00", [(3, 100), (0, 0)]),
        ("24.11.2026 22:00", [(1, 33), (0, 0)]),
    ]
    Delivery.objects.filter(pk=keys[1]).update(state="failed", reason="SMTP 450", finished_at=EVENING.replace(day=27))
    by_day = report_of(issue).tables[0]
    assert by_day.rows == [("24.11.2026", [(3, 100), (0, 0)]), ("27.11.2026", [(0, 0), (1, 33)])]


def test_the_views_of_the_archive_stand_beside_each_language(issue, moderator):
    page = report_of(issue).views[0][0]
    views.record({page.pk: {"views": 7}})
    assert report_of(issue).views == [(page, 7)]
    assert "7 views" in moderator.get(address(issue)).text


def test_the_page_takes_the_same_queries_however_much_became_of_the_issue(issue, moderator, monkeypatch):
    few, _sql = queries_of(moderator, address(issue))
    lose(sent(issue)[:3])
    record_bounce(sent(issue).last(), kind="hard")
    some, _sql = queries_of(moderator, address(issue))
    monkeypatch.setattr("mailing.admin.uncertain.PER_PAGE", 2)
    paged, _sql = queries_of(moderator, address(issue))
    assert (few + 1, some, paged) == (QUERIES, QUERIES, QUERIES), "one more reads the uncertain ones"


def test_a_moderator_settles_what_is_uncertain_and_comes_back_to_the_issue(issue, moderator):
    keys = lose(sent(issue)[:2])
    page = moderator.get(address(issue))
    assert all(f'value="{key}"' in page.text for key in keys)
    asked = {"mailing": issue.mailing_id, "which": "all", "next": address(issue)}
    decide = reverse("mailing:decide", args=["arrived"])
    assert "2 deliveries that are uncertain" in moderator.post(decide, asked).text
    assert moderator.post(decide, asked | {"confirmed": "1"}).url == address(issue)
    assert report_of(issue).account.counts["sent"] == 4


def test_who_may_send_but_not_look_after_mail_sees_no_addresses(issue, client):
    user = UserFactory(group="Editors", language="en")
    user.user_permissions.add(Permission.objects.get(codename="send_issue"))
    client.force_login(user)
    lose(sent(issue)[:1])
    page = client.get(address(issue)).text
    assert "whoever looks after mail" in page
    assert "reader0@example.org" not in page
