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
from tests.mailing.factories import make_mailing, people, register_audience, start_mailing

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/mail/"


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
    client.post(reverse("mailing:decide", args=[decision]), {"delivery": [uncertain.pk, "x"]})
    uncertain.refresh_from_db()
    assert uncertain.state == state


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
        client.post(address, {"delivery": [uncertain.pk]})
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
