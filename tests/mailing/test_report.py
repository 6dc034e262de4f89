"""The report of mail in the admin, and the same on the command line."""

import io
import json

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse

from mailing.models import Delivery, Mailing, Outbox
from mailing.sending import send_due
from members.models import User
from tests.core.queries import queries_of
from tests.mailing.factories import make_mailing, people, register_audience, start_mailing

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/mail/"
QUERIES = 19


@pytest.fixture
def mailing(outbox):
    register_audience(people(3))
    return start_mailing(make_mailing(title="<b>Брой</b> 1"))


@pytest.fixture
def uncertain(mailing):
    send_due(60)
    first = Delivery.objects.order_by("pk")[0]
    Delivery.objects.filter(pk=first.pk).update(state="uncertain", reason="worker lost", finished_at=None)
    return first


def log_in(client, group):
    user = User.objects.create_user("person@example.org", "secret", name="Person")
    user.groups.set(Group.objects.filter(name=group))
    client.force_login(user)


def status(**options):
    out = io.StringIO()
    call_command("mail_status", stdout=out, stderr=out, **options)
    return out.getvalue()


def test_the_books_of_each_mailing_stand_there(admin_client, uncertain):
    page = " ".join(admin_client.get(REPORT).content.decode().split())
    assert "&lt;b&gt;Брой&lt;/b&gt; 1" in page
    assert "3 =" in page
    assert uncertain.message_id.strip("<>") in page


@pytest.mark.parametrize(("decision", "state"), [("arrived", "sent"), ("again", "retry"), ("give-up", "cancelled")])
def test_a_moderator_decides_about_what_is_uncertain(client, uncertain, decision, state):
    log_in(client, "Moderators")
    assert REPORT in client.get("/admin/").content.decode()
    address, chosen = reverse("mailing:decide", args=[decision]), {"delivery": [uncertain.pk, "x"]}
    asked = client.post(address, chosen)
    uncertain.refresh_from_db()
    assert (uncertain.state, f'name="delivery" value="{uncertain.pk}"' in asked.content.decode()) == ("uncertain", True)
    assert client.post(address, chosen | {"confirmed": "1"}).url == REPORT
    uncertain.refresh_from_db()
    assert uncertain.state == state


def test_all_of_one_mailing_are_settled_at_once_and_one_gets_back_to_where_one_was(client, uncertain):
    log_in(client, "Moderators")
    Delivery.objects.update(state="uncertain", reason="worker lost", finished_at=None)
    address, chosen = reverse("mailing:decide", args=["give-up"]), {"which": "all", "confirmed": "1"}
    client.post(address, chosen | {"mailing": uncertain.mailing_id + 1})
    client.post(address, {"confirmed": "1"})
    assert Delivery.objects.uncertain().count() == 3
    back = client.post(address, chosen | {"mailing": uncertain.mailing_id, "next": "/admin/?p=2"})
    assert (back.url, Delivery.objects.filter(state="cancelled").count()) == ("/admin/?p=2", 3)
    assert client.post(address, chosen | {"next": "https://example.org/"}).url == REPORT


def test_whose_address_is_forgotten_gets_nothing_again_and_one_is_told(client, uncertain):
    log_in(client, "Moderators")
    Delivery.objects.filter(pk=uncertain.pk).update(address="")
    chosen = {"delivery": uncertain.pk, "confirmed": "1"}
    page = client.post(reverse("mailing:decide", args=["again"]), chosen, follow=True)
    assert [message.level_tag for message in page.context["messages"]] == ["success", "warning"]
    assert Delivery.objects.uncertain().get() == uncertain


def test_the_report_lists_uncertain_ones_in_pages_and_takes_the_same_queries(admin_client, uncertain, monkeypatch):
    few, _sql = queries_of(admin_client, REPORT)
    start_mailing(make_mailing("two"))
    Delivery.objects.update(state="uncertain", reason="worker lost", finished_at=None)
    monkeypatch.setattr("mailing.admin.uncertain.PER_PAGE", 2)
    many, _sql = queries_of(admin_client, REPORT)
    assert many == few == QUERIES
    shown = admin_client.get(REPORT, {"p": 2}).context["uncertain"]
    assert (len(shown), shown.number) == (2, 2)


def test_a_moderator_pauses_resumes_and_cancels_and_is_told_when_it_is_too_late(client, mailing):
    log_in(client, "Moderators")
    for action, state in (("pause", "paused"), ("resume", "sending"), ("cancel", "cancelled"), ("resume", "cancelled")):
        client.post(reverse("mailing:steer", args=[mailing.pk, action]))
        assert Mailing.objects.get().state == state


def test_an_editor_neither_sees_nor_decides(client, uncertain):
    log_in(client, "Editors")
    assert client.get(REPORT).status_code == 302
    for address in (
        reverse("mailing:decide", args=["again"]),
        reverse("mailing:steer", args=[uncertain.mailing_id, "cancel"]),
        reverse("mailing:unlock"),
    ):
        client.post(address, {"delivery": [uncertain.pk], "confirmed": "1"})
    uncertain.refresh_from_db()
    assert (uncertain.state, Mailing.objects.get().state) == ("uncertain", "sending")


def test_a_locked_outbox_is_opened_from_the_report(admin_client, mailing):
    Outbox.objects.create(pk=1, locked_at="2026-03-01T10:00:00Z")
    assert reverse("mailing:unlock") in admin_client.get(REPORT).content.decode()
    admin_client.post(reverse("mailing:unlock"))
    assert Outbox.objects.get().locked_at is None
    assert Delivery.objects.uncertain().count() == 3


def test_the_command_line_says_the_same(uncertain):
    assert "audience 3 = 2 sent + 1 uncertain" in status()
    told = json.loads(status(as_json=True))
    assert (told["uncertain"], told["mailings"][0]["sent"], told["mailings"][0]["balances"]) == (1, 2, True)


def test_monitoring_learns_of_a_locked_outbox(mailing):
    Outbox.objects.create(pk=1, locked_at="2026-03-01T10:00:00Z")
    with pytest.raises(CommandError, match="locked"):
        status()
    assert "Unlocked: 3" in status(unlock=True)
    with pytest.raises(CommandError, match="not locked"):
        status(unlock=True)
