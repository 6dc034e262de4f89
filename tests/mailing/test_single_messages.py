"""Mail that isn't a mailing: it enters the outbox with what it belongs to, and leaves once."""

import email
import email.policy

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction
from django.db.models.functions import Now

from mailing import services
from mailing.models import Delivery, Letter
from mailing.sending import send_due
from mailing.sweeper import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _outbox_backend(settings):
    settings.EMAIL_BACKEND = "mailing.backend.OutboxBackend"


def message(**fields):
    given = {
        "subject": "Парола",
        "body": "Ето връзката.",
        "from_email": "Клуб <club@example.org>",
        "to": ["a@example.org"],
    }
    return EmailMultiAlternatives(**given | fields)


def test_mail_enters_the_outbox_and_leaves_from_there(outbox):
    mail = message()
    mail.attach_alternative("<p>Ето <b>връзката</b>.</p>", "text/html")
    mail.attach("програма.txt", "9:00 кафе", "text/plain")
    assert mail.send() == 1
    assert list(outbox) == []
    assert send_due(60) == 1
    (envelope,) = outbox
    arrived = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert (arrived["Subject"], arrived["From"], arrived["To"]) == (
        "Парола",
        "Клуб <club@example.org>",
        "a@example.org",
    )
    assert arrived.get_body(("plain",)).get_content().strip() == "Ето връзката."
    assert [part.get_filename() for part in arrived.iter_attachments()] == ["програма.txt"]
    assert arrived["Message-ID"] == Delivery.objects.get().message_id
    assert envelope.content.isascii()


def test_mail_of_a_change_that_is_rolled_back_never_leaves(outbox):
    with transaction.atomic():
        message().send()
        transaction.set_rollback(True)
    assert (send_due(60), Delivery.objects.count(), Letter.objects.count()) == (0, 0, 0)


def test_each_recipient_gets_a_copy_and_hidden_ones_stay_hidden(outbox):
    message(to=["A <a@example.org>", "b@example.org"], bcc=["c@example.org"]).send()
    send_due(60)
    assert sorted(envelope.recipient for envelope in outbox) == [f"{name}@example.org" for name in "abc"]
    assert len({envelope.message_id for envelope in outbox}) == 3
    assert all(b"c@example.org" not in envelope.content for envelope in outbox)


def test_the_same_key_is_queued_once(outbox):
    for _click in range(3):
        services.queue_single(message(), key="confirm 7")
    assert (send_due(60), send_due(60), len(outbox)) == (1, 0, 1)


def test_its_bytes_are_gone_once_it_has_left(outbox):
    message().send()
    send_due(60)
    sweep()
    assert not Letter.objects.exists()


def test_an_uncertain_one_is_sent_again_three_times_at_most(outbox):
    message().send()
    for repeat in range(5):
        Delivery.objects.update(state="uncertain", reason="worker lost", leased_until=None, finished_at=None)
        sweep()
        assert Delivery.objects.get().repeats == min(repeat + 1, 3)
    assert Delivery.objects.get().state == "uncertain"
    assert Letter.objects.exists()


def test_a_suppressed_address_gets_nothing_and_it_is_on_the_record(outbox):
    services.suppress("A@Example.org")
    message().send()
    send_due(60)
    assert list(outbox) == []
    assert Delivery.objects.values_list("state", "reason").get() == ("skipped", "suppressed")


def test_an_erased_person_is_forgotten_in_what_waits_and_in_what_was_sent(outbox):
    message().send()
    send_due(60)
    message().send()
    assert services.erase_address("a@example.org") == 2
    Delivery.objects.filter(state__in=Delivery.WAITING).update(due_at=Now())
    send_due(60)
    sweep()
    assert len(outbox) == 1
    assert set(Delivery.objects.values_list("address", flat=True)) == {""}
    assert not Letter.objects.exists()


def test_no_line_break_begins_a_header(outbox):
    with pytest.raises(ValueError, match="newline"):
        send_mail("a\r\nBcc: evil@example.com", "b", "club@example.org", ["a@example.org"])
