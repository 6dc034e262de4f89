"""What comes back, what it changes, and what nobody can forge."""

import io
import mailbox
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models.functions import Now

from mailing.bounces.receiving import forget_soft_bounces, receive
from mailing.bounces.verp import bounce_address, unsubscribe_address
from mailing.models import Bounce, Delivery, Suppression
from mailing.sending import send_due
from tests.mailing.factories import make_mailing, people, register_audience, start_mailing

pytestmark = pytest.mark.django_db

DSN = """\
From: MAILER-DAEMON@mx.example.net
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It did not work.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; reader0@example.org
Action: {action}
Status: {status}

--b
Content-Type: {original}

Message-ID: {message_id}
Subject: News

--b--
"""


@pytest.fixture(autouse=True)
def _return_address(settings):
    settings.MAILING = settings.MAILING | {"return_address": "bounces@mail.example.org"}


@pytest.fixture
def audience():
    return register_audience(people(2))


@pytest.fixture
def delivery(audience, outbox):
    start_mailing(make_mailing(list_id="News <news.example.org>"))
    send_due(60)
    return Delivery.objects.order_by("pk")[0]


def dsn(delivery, *, to=None, action="failed", status="5.1.1", message_id="", original="message/rfc822"):
    to = bounce_address(delivery.pk) if to is None else to
    return DSN.format(to=to, action=action, status=status, message_id=message_id, original=original).encode()


def test_each_message_leaves_with_a_return_address_of_its_own(delivery, outbox):
    senders = {envelope.sender for envelope in outbox}
    assert len(senders) == 2
    assert bounce_address(delivery.pk) in senders


@pytest.mark.parametrize(
    ("status", "kind"), [("5.1.1", "hard"), ("5.2.1", "hard"), ("5.2.2", "soft"), ("4.4.1", "soft"), ("5.7.1", "soft")]
)
def test_only_what_bounced_for_good_is_suppressed(delivery, status, kind):
    assert receive(dsn(delivery, status=status)) == "bounce"
    assert Bounce.objects.get().kind == kind
    assert Suppression.objects.filter(pk=delivery.recipient_key).exists() is (kind == "hard")


def test_what_is_only_delayed_is_soft_whatever_its_code(delivery):
    receive(dsn(delivery, action="delayed", status="5.1.1"))
    assert not Suppression.objects.exists()


def test_a_notice_of_success_is_no_bounce(delivery):
    assert receive(dsn(delivery, action="delivered", status="2.0.0")) == ""


@pytest.mark.parametrize("original", ["message/rfc822", "text/rfc822-headers"])
def test_a_bounce_to_another_address_is_known_by_its_message_id(delivery, original):
    assert receive(dsn(delivery, to="club@example.org", message_id=delivery.message_id, original=original)) == "bounce"


def test_a_forged_bounce_suppresses_nobody(delivery):
    signed = bounce_address(delivery.pk)
    other = bounce_address(delivery.pk + 1)
    forged = signed.replace(f"-{delivery.pk}-", f"-{delivery.pk + 1}-")
    assert forged != other
    unsubscribing = unsubscribe_address(delivery.pk)
    for to in (forged, signed[:-20] + "a" * 4 + signed[-16:], unsubscribing.replace("+u-", "+b-"), "club@example.org"):
        assert receive(dsn(delivery, to=to, message_id="<guessed@example.org>")) == ""
    assert not Suppression.objects.exists()
    assert not Bounce.objects.exists()


def test_a_bounce_that_comes_twice_counts_once(delivery):
    receive(dsn(delivery))
    assert receive(dsn(delivery)) == ""
    assert Bounce.objects.count() == 1


def test_what_bounced_is_not_uncertain_any_more(delivery):
    Delivery.objects.filter(pk=delivery.pk).update(state="uncertain", reason="worker lost", finished_at=None)
    receive(dsn(delivery))
    assert Delivery.objects.get(pk=delivery.pk).state == "sent"


def test_soft_bounces_are_forgotten_after_thirty_days(delivery):
    receive(dsn(delivery, status="4.2.2"))
    assert forget_soft_bounces() == 0
    Bounce.objects.update(received_at=Now() - timedelta(days=31))
    assert forget_soft_bounces() == 1


def test_who_writes_to_the_unsubscribe_address_is_unsubscribed(delivery, audience, outbox):
    asked = []
    audience.unsubscribe = lambda mailing, reference: asked.append(reference)
    letter = next(envelope for envelope in outbox if envelope.recipient == delivery.address)
    assert f"<mailto:{unsubscribe_address(delivery.pk)}?subject=unsubscribe>" in letter.content.decode()
    message = f"From: reader@example.org\r\nTo: {unsubscribe_address(delivery.pk)}\r\n\r\nplease\r\n".encode()
    assert receive(message) == "unsubscribe"
    assert receive(message.replace(b"+u-", b"+b-")) == ""
    assert asked == [delivery.reference]


def test_a_maildir_is_emptied_of_what_was_dealt_with(delivery, tmp_path):
    box = mailbox.Maildir(tmp_path / "box")
    box.add(dsn(delivery))
    box.add(b"Subject: hello\r\n\r\nI am on holiday.\r\n")
    out = io.StringIO()
    call_command("receive_mail", maildir=str(tmp_path / "box"), stdout=out)
    assert out.getvalue() == "bounce: 1, other: 1\n"
    assert len(box) == 0


def test_a_mail_servers_pipe_names_the_recipient(delivery, monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(dsn(delivery, to="somebody@example.net"))))
    call_command("receive_mail", recipient=bounce_address(delivery.pk), stdout=out)
    assert out.getvalue() == "bounce: 1\n"


@pytest.mark.parametrize(
    "junk", [b"", b"\xff\xfe", b"Content-Type: multipart/report\r\n\r\n", b"To: bounces+b-1-@x\r\n\r\n"]
)
def test_junk_changes_nothing(junk):
    assert receive(junk) == ""
