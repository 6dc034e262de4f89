"""What a message looks like when it arrives."""

import email
import email.policy

import pytest

from mailing import services
from mailing.bodies.slots import Wording, slot
from mailing.models import Delivery, Mailing
from mailing.sending import send_due
from tests.mailing.factories import make_mailing, people, register_audience, start_mailing

pytestmark = pytest.mark.django_db


def arrived(outbox):
    return [email.message_from_bytes(envelope.content, policy=email.policy.default) for envelope in outbox]


def send(recipients, body, outbox, *, links=None, **fields):
    """The messages that reach `recipients` of a mailing that says `body` in Bulgarian."""
    audience = register_audience(recipients)
    audience.words = lambda mailing, deliveries: {each.pk: links or {} for each in deliveries}
    mailing = make_mailing(**fields)
    services.freeze_bodies(mailing, {"bg": body})
    start_mailing(mailing)
    send_due(60)
    return arrived(outbox)


def person(**words):
    (one,) = people(1)
    return [type(one)(one.address, one.reference, one.language, words)]


def test_the_words_of_a_reader_are_text_wherever_they_stand(outbox):
    body = Wording(f"За {slot('name')}", f"Здравей, {slot('name')}!", f"<p title='{slot('name')}'>{slot('name')}</p>")
    (message,) = send(person(name="<b>Ия</b> & 'я'\r\nBcc: evil@example.com"), body, outbox)
    assert message["Subject"] == "За <b>Ия</b> & 'я' Bcc: evil@example.com"
    assert message["Bcc"] is None
    assert "<b>" not in message.get_body(("html",)).get_content()
    assert "<b>Ия</b> & 'я' Bcc" in message.get_body(("plain",)).get_content()


@pytest.mark.parametrize("text", ["{{ settings.SECRET_KEY }}", "{% load x %}", "%(name)s", "{name}", "\\1"])
def test_what_looks_like_a_template_is_text(text, outbox):
    (message,) = send(person(name=text), Wording("a", f"{text} {slot('name')}"), outbox)
    assert message.get_content().strip() == f"{text} {text}"


def test_a_newsletter_can_be_left_with_one_click_and_says_what_it_is(outbox):
    links = {"unsubscribe_url": "https://club.example.org/u/1", "unsubscribe_post_url": "https://club.example.org/p/1"}
    (message,) = send(person(), Wording("a", "b"), outbox, links=links, list_id="Новини <news.example.org>")
    assert message["List-Unsubscribe"] == "<https://club.example.org/p/1>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == "Новини <news.example.org>"
    assert message["Precedence"] == "bulk"
    assert message["Auto-Submitted"] is None
    assert message["Content-Language"] == "bg"


def test_a_notice_says_that_no_person_wrote_it_and_is_no_list(outbox):
    (message,) = send(person(), Wording("a", "b"), outbox, automatic=True)
    assert message["Auto-Submitted"] == "auto-generated"
    assert [message[name] for name in ("Precedence", "List-Id", "List-Unsubscribe")] == [None] * 3


def test_nobody_sees_another_recipient(outbox):
    messages = send(people(3), Wording("a", "b"), outbox)
    assert sorted(message["To"] for message in messages) == [f"reader{number}@example.org" for number in range(3)]
    assert all(len(set(message.as_string().split("reader")[1:])) == 1 for message in messages)


def test_a_language_without_a_body_gets_the_mailings_own(outbox):
    (one,) = people(1, "de")
    (message,) = send([one], Wording("Новини", "текст"), outbox)
    assert message["Subject"] == "Новини"


@pytest.mark.parametrize("eight_bit", [True, False])
def test_both_encodings_say_the_same_and_keep_lines_short(eight_bit, outbox, monkeypatch):
    monkeypatch.setattr("mailing.transports.memory.MemoryTransport.eight_bit", eight_bit)
    html = "<p>" + "дълъг ред " * 40 + f"{slot('name')}</p>\n" + "<p>кратък</p>\n" * 20
    (message,) = send(person(name="Ия"), Wording("Новини", "текст\n.\n..точки", html), outbox)
    assert message.get_body(("html",)).get_content().split() == html.replace(slot("name"), "Ия").split()
    assert message.get_body(("plain",)).get_content().splitlines() == ["текст", ".", "..точки"]
    assert message.get_body(("html",))["Content-Transfer-Encoding"] == ("8bit" if eight_bit else "base64")
    assert max(map(len, outbox[0].content.split(b"\r\n"))) <= 998
    assert outbox[0].content.isascii() is not eight_bit


def test_a_line_too_long_for_eight_bits_goes_as_base64(outbox):
    (message,) = send(person(), Wording("a", "я" * 600), outbox)
    assert message["Content-Transfer-Encoding"] == "base64"


def test_every_message_of_a_mailing_has_an_id_of_its_own_that_never_changes(outbox):
    send(people(3), Wording("a", "b"), outbox)
    ids = set(Delivery.objects.values_list("message_id", flat=True))
    assert {message["Message-ID"] for message in arrived(outbox)} == ids
    assert len(ids) == 3


def test_the_hash_of_a_scheduled_mailing_is_that_of_its_bodies(outbox):
    send(people(1), Wording("a", "b"), outbox)
    mailing = Mailing.objects.get()
    assert mailing.content_hash == services.hash_of(mailing.bodies.all())
