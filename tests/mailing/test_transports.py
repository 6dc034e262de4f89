"""What every transport has to do, whatever carries the messages."""

import pytest

from mailing.transports import memory
from mailing.transports.backend import BackendTransport
from mailing.transports.base import Envelope, Outcome, TransportAway
from mailing.transports.memory import MemoryTransport
from mailing.transports.smtp import SmtpTransport
from tests.mailing.sink import DROP, KEEP_AND_DROP

SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
CONTENT = "Message-ID: <{}@example.org>\r\nSubject: a\r\nFrom: c@example.org\r\n\r\n.dots\r\n..\r\n.\r\nend\r\n"


def envelopes(*names):
    return [
        Envelope("club@example.org", f"{name}@example.org", CONTENT.format(name).encode(), f"<{name}@example.org>")
        for name in names
    ]


def outcomes(transport, *names, may_begin=lambda: True):
    return [answer.outcome.name for answer in transport.carry(envelopes(*names), may_begin=may_begin)]


@pytest.fixture
def backend(settings, sink):
    settings.MAILING = settings.MAILING | {"backend": SMTP_BACKEND}
    return BackendTransport


@pytest.fixture(params=["smtp", "smtp without extensions", "backend", "memory"])
def carrier(request, sink):
    """(an open transport, a function that gives (recipient, content) of what arrived)."""
    if request.param == "smtp without extensions":
        sink.extensions = []
    if request.param == "memory":
        transport, kept = MemoryTransport(), memory.outbox
    else:
        transport = request.getfixturevalue("backend")() if request.param == "backend" else SmtpTransport()
        kept = sink.accepted

    def arrived():
        return [(message.recipient, message.content) for message in kept]

    transport.open()
    yield transport, arrived
    transport.close()


def test_each_message_arrives_once_and_byte_for_byte(carrier):
    transport, arrived = carrier
    assert outcomes(transport, "a", "b", "c") == ["SENT"] * 3
    assert arrived() == [(envelope.recipient, envelope.content) for envelope in envelopes("a", "b", "c")]


def test_an_open_transport_carries_one_window_after_the_other(carrier):
    transport, arrived = carrier
    for name in "ab":
        transport.open()
        assert outcomes(transport, name) == ["SENT"]
    assert [recipient for recipient, _content in arrived()] == ["a@example.org", "b@example.org"]


def test_no_message_is_begun_once_time_is_out(carrier):
    transport, arrived = carrier
    assert outcomes(transport, "a", "b", may_begin=lambda: False) == ["UNSENT", "UNSENT"]
    assert arrived() == []


def test_nothing_to_carry_is_no_trouble(carrier):
    assert outcomes(carrier[0]) == []


@pytest.fixture(params=["pipelining", "no pipelining", "backend"])
def smtp(request, sink):
    """An open transport that speaks to the sink."""
    if request.param == "no pipelining":
        sink.extensions.remove("PIPELINING")
    transport = request.getfixturevalue("backend")() if request.param == "backend" else SmtpTransport()
    transport.open()
    yield transport
    transport.close()


def refuse(stage, name, reply):
    return lambda now, recipient: reply if now == stage and recipient == f"{name}@example.org" else None


@pytest.mark.parametrize(
    ("stage", "reply", "outcome", "no_such_address"),
    [
        ("rcpt", "550 5.1.1 unknown", "REFUSED", True),
        ("rcpt", "550 no such user", "REFUSED", True),
        ("rcpt", "550 5.7.1 we don't like you", "REFUSED", False),
        ("rcpt", "552 5.2.2 full", "REFUSED", False),
        ("rcpt", "451 4.7.1 later", "LATER", False),
        ("content", "554 5.7.1 spam", "REFUSED", False),
        ("content", "451 4.3.0 disk", "LATER", False),
        ("mail", "550 5.1.8 bad sender", "LATER", False),
    ],
)
def test_a_refusal_is_the_messages_own_and_the_others_go_on(smtp, sink, stage, reply, outcome, no_such_address):
    sink.script = refuse(stage, "b", reply)
    if stage == "mail":
        sink.script = _refuse_second_sender(reply)
    answers = smtp.carry(envelopes("a", "b", "c"), may_begin=lambda: True)
    assert [answer.outcome.name for answer in answers] == ["SENT", outcome, "SENT"]
    assert answers[1].no_such_address is no_such_address
    assert answers[1].reason.startswith(f"SMTP {reply[:3]}")
    assert sink.recipients == ["a@example.org", "c@example.org"]


def _refuse_second_sender(reply):
    asked = []

    def script(stage, _recipient):
        if stage == "mail":
            asked.append(stage)
            return reply if len(asked) == 2 else None
        return None

    return script


def test_where_the_answer_got_lost_the_message_is_uncertain(smtp, sink):
    sink.script = refuse("content", "b", KEEP_AND_DROP)
    assert outcomes(smtp, "a", "b", "c")[:2] == ["SENT", "UNCERTAIN"]
    assert sink.recipients[:2] == ["a@example.org", "b@example.org"]


@pytest.fixture
def direct(sink):
    transport = SmtpTransport()
    transport.open()
    yield transport
    transport.close()


@pytest.mark.parametrize("pipelining", [True, False])
def test_of_a_broken_window_one_is_uncertain_and_the_rest_was_not_begun(direct, sink, pipelining):
    if not pipelining:
        sink.extensions.remove("PIPELINING")
        direct.close()
        direct.open()
    sink.script = refuse("content", "b", DROP)
    assert outcomes(direct, "a", "b", "c", "d") == ["SENT", "UNCERTAIN", "UNSENT", "UNSENT"]
    assert sink.recipients == ["a@example.org"]
    direct.open()
    assert outcomes(direct, "c", "d") == ["SENT", "SENT"]


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data"])
def test_a_connection_that_breaks_before_the_content_leaves_nothing_uncertain(direct, sink, stage):
    sink.script = refuse(stage, "b", DROP) if stage != "mail" else _refuse_second_sender(DROP)
    assert outcomes(direct, "a", "b", "c") == ["SENT", "UNSENT", "UNSENT"]


@pytest.mark.parametrize("stage", ["rcpt", "content"])
def test_a_server_that_closes_politely_refused_one_and_the_rest_was_not_begun(direct, sink, stage):
    sink.script = refuse(stage, "b", "421 4.3.2 closing")
    assert outcomes(direct, "a", "b", "c") == ["SENT", "LATER", "UNSENT"]


def test_one_connection_serves_many_windows_and_a_dead_one_is_replaced(direct, sink):
    for _window in range(3):
        direct.open()
        outcomes(direct, "a", "b")
    assert sink.connections == 1
    sink.script = refuse("rcpt", "a", DROP)
    outcomes(direct, "a")
    sink.script = lambda stage, recipient: None
    direct.open()
    assert outcomes(direct, "a") == ["SENT"]
    assert sink.connections == 2


def test_with_pipelining_the_next_message_is_announced_with_the_content(direct, sink):
    outcomes(direct, "a", "b", "c")
    assert sink.commands == ["EHLO", *["MAIL", "RCPT", "DATA"] * 3]


@pytest.mark.parametrize("address", ["a b@example.org", "a@example.org>\r\nRCPT TO:<b", "я@example.org", ""])
def test_an_address_that_would_begin_a_command_is_refused_here(direct, sink, address):
    bad = Envelope("club@example.org", address, b"Subject: a\r\n\r\n", "<x@example.org>")
    answers = direct.carry([*envelopes("a"), bad, *envelopes("b")], may_begin=lambda: True)
    assert [answer.outcome for answer in answers] == [Outcome.SENT, Outcome.REFUSED, Outcome.SENT]
    assert sink.recipients == ["a@example.org", "b@example.org"]


@pytest.mark.parametrize("greeting", ["421 4.3.2 not now", "554 5.7.1 never", DROP])
def test_a_server_that_lets_nobody_in_is_away(sink, greeting):
    sink.script = lambda stage, recipient: greeting if stage == "hello" else None
    with pytest.raises(TransportAway):
        SmtpTransport().open()


def test_nobody_listening_is_away(sink, backend):
    sink.stop()
    for transport in (SmtpTransport(), backend()):
        with pytest.raises(TransportAway):
            transport.open()


def test_time_that_runs_out_in_the_middle_of_a_window_leaves_the_rest_unsent(direct, sink):
    left = iter([True] * 4)
    answers = outcomes(direct, "a", "b", "c", "d", may_begin=lambda: next(left, False))
    assert answers[0] == "SENT"
    assert answers[-1] == "UNSENT"
    assert len(sink.accepted) == answers.count("SENT")
    assert "UNCERTAIN" not in answers
