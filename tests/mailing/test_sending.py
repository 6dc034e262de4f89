"""Sending over SMTP to a server that misbehaves, and what people do in the middle of it."""

from datetime import timedelta

import pytest
from django.db.models.functions import Now

from mailing import lock, sending, services
from mailing.exceptions import NotAllowedNow
from mailing.models import Delivery, Mailing, Outbox, Pace, Suppression
from mailing.sending import send_due
from mailing.sweeper import sweep
from tests.mailing.factories import BODIES, make_mailing, people, register_audience, start_mailing
from tests.mailing.sink import Sink

pytestmark = pytest.mark.django_db
NUMBER, WINDOW = 12, 4


@pytest.fixture
def sink(settings):
    sink = Sink().start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    smtp = {"transport": "mailing.transports.smtp.SmtpTransport", "window": WINDOW, "silence": 60}
    settings.MAILING = settings.MAILING | smtp
    sending._breakers.clear()
    yield sink
    sink.end()


@pytest.fixture
def audience():
    return register_audience(people(NUMBER))


@pytest.fixture
def mailing(audience, sink):
    return start_mailing(make_mailing())


def states():
    return dict.fromkeys(Delivery.objects.values_list("state", flat=True))


def refuse_all(reply):
    return lambda stage, recipient: reply if stage == "rcpt" else None


def test_an_address_that_does_not_exist_is_tried_once_and_suppressed(mailing, sink):
    sink.script = refuse_all("550 5.1.1 unknown")
    send_due(60)
    assert set(Delivery.objects.values_list("state", "reason", "attempts")) == {("failed", "SMTP 550 5.1.1", 0)}
    assert Suppression.objects.count() == NUMBER
    sink.commands.clear()
    send_due(60)
    assert sink.commands == []


def test_a_refusal_for_now_is_tried_again_for_72_hours_with_longer_and_longer_pauses(mailing, sink):
    sink.script = refuse_all("451 4.7.1 later")
    waits = []
    for _attempt in range(4):
        send_due(60)
        delivery = Delivery.objects.annotate(now=Now()).order_by("pk")[0]
        waits.append((delivery.due_at - delivery.now).total_seconds() / 60)
        Delivery.objects.update(due_at=Now())
    assert delivery.attempts == 4
    for wait, minutes in zip(waits, (5, 10, 20, 40), strict=True):
        assert 0.7 * minutes < wait < 1.3 * minutes
    Delivery.objects.update(first_tried_at=Now() - timedelta(hours=72))
    send_due(60)
    assert states() == {"failed": None}
    assert not Suppression.objects.exists()


def test_while_the_relay_is_away_nobody_tries_and_no_attempt_is_counted(mailing, sink):
    port = sink.port
    sink.stop()
    assert send_due(60) == 0
    sink.start(port)
    assert send_due(60) == 0  # the breaker: nobody tries for a minute
    assert sink.connections == 0
    assert set(Delivery.objects.values_list("state", "attempts")) == {("pending", 0)}
    sending._breakers.clear()
    assert send_due(60) == NUMBER


def in_the_middle(audience, action):
    """Let `action()` happen while the second window is being opened: it commits with it."""
    asked, refusals = [], audience.refusals

    def acting(mailing, references):
        asked.append(references)
        refused = refusals(mailing, references)
        if len(asked) == 2:
            action()
        return refused

    audience.refusals = acting


@pytest.mark.parametrize("change", [services.pause_mailing, services.cancel_mailing])
def test_after_a_pause_or_a_cancellation_one_window_at_most_goes_out(mailing, audience, sink, change):
    in_the_middle(audience, lambda: change(mailing))
    send_due(60)
    assert len(sink.accepted) == 2 * WINDOW
    assert not Delivery.objects.filter(state__in=Delivery.HELD).exists()


def test_who_leaves_in_mid_send_gets_nothing_from_the_next_window_on(mailing, audience, sink):
    def leave():
        audience.refused |= {str(number): "unsubscribed" for number in range(NUMBER)}

    in_the_middle(audience, leave)
    send_due(60)
    assert len(sink.accepted) == 2 * WINDOW
    assert Delivery.objects.filter(state="skipped", reason="unsubscribed").count() == NUMBER - 2 * WINDOW


def test_who_edits_in_mid_send_is_told_and_everybody_gets_the_same(mailing, audience, sink):
    refused = []

    def edit():
        try:
            services.freeze_bodies(mailing, BODIES | {"bg": BODIES["en"]})
        except NotAllowedNow as error:
            refused.append(error)

    in_the_middle(audience, edit)
    send_due(60)
    assert len(refused) == 1
    assert services.hash_of(mailing.bodies.all()) == mailing.content_hash
    subjects = {line for message in sink.accepted for line in message.content.splitlines() if line[:8] == b"Subject:"}
    assert len(subjects) == 1


def test_clocks_of_this_machine_make_nothing_early_and_nothing_late(audience, sink, time_machine):
    mailing = make_mailing()
    moment = Mailing.objects.annotate(now=Now()).values_list("now", flat=True).get()
    services.schedule_mailing(mailing, send_at=moment + timedelta(minutes=30))
    time_machine.move_to(moment + timedelta(hours=1))
    sweep()
    assert Mailing.objects.get().state == "scheduled"
    time_machine.move_to(moment - timedelta(hours=1))
    Mailing.objects.update(send_at=moment)
    sweep()
    assert Mailing.objects.get().state == "sending"


def test_a_rate_of_all_workers_holds_the_rest_back(mailing, sink, settings):
    settings.MAILING = settings.MAILING | {"rate": 5}
    send_due(0.2)
    assert 0 < len(sink.accepted) <= 2 * 5
    assert Delivery.objects.filter(state="pending").count() == NUMBER - len(sink.accepted)
    assert Pace.objects.get().domain == ""


def test_a_domains_rate_holds_only_that_domain_back(sink, settings):
    settings.MAILING = settings.MAILING | {"domain_rates": {"slow.example.org": 1}}
    slow = [type(one)(f"a{number}@slow.example.org", f"s{number}", "bg") for number, one in enumerate(people(4))]
    register_audience([*slow, *people(3)])
    start_mailing(make_mailing())
    send_due(60)
    domains = [recipient.partition("@")[2] for recipient in sink.recipients]
    assert domains.count("example.org") == 3
    assert 1 <= domains.count("slow.example.org") <= 2
    assert Delivery.objects.filter(state="pending", due_at__gt=Now()).exists()


def test_after_an_old_backup_was_put_back_nothing_leaves_until_somebody_has_looked(mailing, sink):
    Outbox.objects.update_or_create(pk=1, defaults={"serial": 7})
    sweep()
    Outbox.objects.update(serial=3)  # the backup's
    assert send_due(60) == 0
    sweep()
    assert (send_due(60), len(sink.accepted)) == (0, 0)
    assert lock.unlock() == (NUMBER, 0)
    assert states() == {"uncertain": None}
    sweep()
    services_left = send_due(60)
    assert (services_left, len(sink.accepted), lock.may_send()) == (0, 0, True)
    assert lock.unlock() is None


def test_a_message_that_cannot_be_composed_fails_alone(mailing, sink):
    broken = Delivery.objects.order_by("pk")[1]
    Delivery.objects.filter(pk=broken.pk).update(message_id="<a@example.org>\r\nBcc: evil@example.com")
    send_due(60)
    broken.refresh_from_db()
    assert (broken.state, broken.reason) == ("failed", "could not be composed")
    assert len(sink.accepted) == NUMBER - 1
