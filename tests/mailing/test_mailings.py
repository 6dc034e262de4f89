"""A mailing from its draft to its end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mailing import selectors, services
from mailing.bodies.slots import Wording
from mailing.exceptions import BodyRefused, NotAllowedNow
from mailing.models import Mailing
from mailing.sweeper import sweep
from mailing.work import work
from tests.mailing.factories import BODIES, make_mailing, people, register_audience, start_mailing

pytestmark = pytest.mark.django_db
State = Mailing.State


def test_a_scheduled_mailing_reaches_everybody_once_in_their_language(outbox):
    audience = register_audience([*people(3), *people(2, "en")])
    mailing = make_mailing()
    services.schedule_mailing(mailing)
    work()
    work()
    mailing.refresh_from_db()
    assert mailing.state == State.DONE
    # Two of the English ones have the addresses of Bulgarian ones: an address gets one message.
    assert sorted(envelope.recipient for envelope in outbox) == [f"reader{number}@example.org" for number in range(3)]
    assert selectors.account(mailing).balances
    assert audience.calls == ["started", "finished"]


def test_a_mailing_of_the_future_waits_for_the_databases_clock(outbox, time_machine):
    register_audience(people(1))
    mailing = make_mailing()
    services.schedule_mailing(mailing, send_at=timezone.now() + timedelta(hours=1))
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    work()
    sweep()
    mailing.refresh_from_db()
    assert (mailing.state, list(outbox)) == (State.SCHEDULED, [])


def test_the_same_key_makes_one_mailing():
    register_audience([])
    assert (
        make_mailing("a").pk
        == services.create_mailing(kind="x", key="a", title="", sender="", default_language="bg")[0].pk
    )


def test_a_scheduled_mailing_is_scheduled_once_and_edited_only_as_a_draft():
    register_audience([])
    mailing = make_mailing()
    services.schedule_mailing(mailing, send_at=timezone.now() + timedelta(hours=1))
    for forbidden in (services.schedule_mailing, lambda one: services.freeze_bodies(one, BODIES)):
        with pytest.raises(NotAllowedNow):
            forbidden(mailing)
    services.unschedule_mailing(mailing)
    services.freeze_bodies(mailing, BODIES | {"en": Wording("Other", "Other")})
    assert mailing.bodies.get(language="en").subject == "Other"


@pytest.mark.parametrize(
    "bodies", [{"en": BODIES["en"]}, {"bg": Wording("", "a")}, {"bg": Wording("a\nb", "a")}, {"bg": Wording("a", " ")}]
)
def test_a_body_that_cannot_be_sent_is_refused(bodies):
    register_audience([])
    with pytest.raises(BodyRefused):
        services.freeze_bodies(make_mailing(), bodies)


def test_what_is_paused_stays_and_goes_on_when_resumed(outbox):
    register_audience(people(3))
    mailing = start_mailing(make_mailing())
    services.pause_mailing(mailing)
    work()
    assert list(outbox) == []
    services.resume_mailing(mailing)
    work()
    assert len(outbox) == 3


def test_what_is_cancelled_is_over_and_accounted_for(outbox):
    audience = register_audience(people(3))
    mailing = start_mailing(make_mailing())
    services.cancel_mailing(mailing)
    sweep()
    account = selectors.account(mailing)
    assert (account.audience, account.counts["cancelled"], account.balances, list(outbox)) == (3, 3, True, [])
    assert audience.calls == ["started", "finished"]
    with pytest.raises(NotAllowedNow):
        services.resume_mailing(mailing)


def test_an_audience_whose_gathering_broke_off_is_gathered_on(outbox, monkeypatch):
    audience = register_audience(people(5))
    mailing = make_mailing()
    services.schedule_mailing(mailing)
    monkeypatch.setattr("mailing.materialising.BATCH", 2)
    whole, asked = audience.recipients, []

    def broken(mailing, after):
        asked.append(after)
        for cursor, recipient in whole(mailing, after):
            if cursor == "3" and len(asked) == 1:
                raise ConnectionError
            yield cursor, recipient

    audience.recipients = broken
    with pytest.raises(ConnectionError):
        work()
    assert Mailing.objects.get().audience == 2
    work()
    assert asked == ["", "1"]
    assert len(outbox) == 5


def test_who_is_left_out_from_the_beginning_is_on_the_record(outbox):
    first, second = people(2)
    register_audience([first, type(second)(second.address, "1", "bg", {}, skip="had one lately")])
    mailing = start_mailing(make_mailing())
    work()
    assert [envelope.recipient for envelope in outbox] == [first.address]
    assert selectors.account(mailing).reasons == {("skipped", "had one lately"): 1}


def test_an_address_is_one_however_it_is_written_and_is_mailed_as_it_was_given(outbox):
    (one,) = people(1)
    written = ["Ana.Ivanova@Кирилица.example.org", "ana.ivanova@xn--80apaahi7a3c.EXAMPLE.org"]
    register_audience([type(one)(address, str(place), "bg") for place, address in enumerate(written)])
    start_mailing(make_mailing())
    work()
    assert [envelope.recipient.lower() for envelope in outbox] == ["ana.ivanova@xn--80apaahi7a3c.example.org"]
    assert outbox[0].recipient.startswith("Ana.Ivanova@")
