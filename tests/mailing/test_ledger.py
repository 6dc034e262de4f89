"""Whatever happens in whatever order: the books balance, nobody is mailed twice unasked, nobody gets lost."""

from shutil import rmtree

import pytest
from django.db import transaction
from django.db.models.functions import Now
from hypothesis import HealthCheck, Phase, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from mailing import ledger, selectors, services
from mailing.exceptions import NotAllowedNow
from mailing.models import Delivery, Mailing
from mailing.options import read_options
from mailing.sending import send_due
from mailing.sweeper import sweep
from tests.mailing.factories import make_mailing, people, register_audience, start_mailing
from tests.mailing.relays import ANSWERS, Killed, relay

State = Delivery.State
READERS = 7
HAPPENINGS = ["sent", "sent", "killed before", "killed after", *ANSWERS]
PLANS = strategies.lists(strategies.sampled_from(HAPPENINGS), min_size=1, max_size=8)
SOME = strategies.sets(strategies.integers(0, READERS - 1), max_size=2)


class Ledger(RuleBasedStateMachine):
    """One mailing to a few readers, with windows of two, on a relay that fails in every way."""

    def __init__(self):
        super().__init__()
        relay.__init__()
        # What the example before remembers of the database is rolled back.
        rmtree(read_options().memory, ignore_errors=True)
        self._example = transaction.atomic()
        self._example.__enter__()
        self.audience = register_audience(people(READERS))
        self.mailing = start_mailing(make_mailing())
        self.found = set()

    def teardown(self):
        transaction.set_rollback(True)
        self._example.__exit__(None, None, None)

    @rule(plan=PLANS, an_hour_later=strategies.booleans())
    def work(self, plan, an_hour_later):
        relay.plan = plan
        try:
            send_due(60)
        except Killed:
            relay.plan = []
        if an_hour_later:
            self.let_an_hour_pass()

    def let_an_hour_pass(self):
        """Leases end, refusals are due again, and the sweeper has been."""
        Delivery.objects.filter(leased_until__isnull=False).update(leased_until=Now())
        sweep()
        Delivery.objects.filter(state__in=Delivery.WAITING).update(due_at=Now())

    @rule(plan=PLANS)
    def pause_and_resume(self, plan):
        try:
            services.pause_mailing(self.mailing)
        except NotAllowedNow:
            assert Mailing.objects.get().state == Mailing.State.DONE
            return
        before = relay.arrived.total()
        self.work(plan, an_hour_later=True)
        assert relay.arrived.total() == before
        services.resume_mailing(self.mailing)

    @rule(numbers=SOME)
    def unsubscribe(self, numbers):
        self.audience.refused |= {str(number): "unsubscribed" for number in numbers}

    @rule(number=strategies.integers(0, READERS - 1))
    def erase(self, number):
        services.erase_address(f"reader{number}@example.org")

    @rule(numbers=SOME, decision=strategies.sampled_from([ledger.found, ledger.send_again, ledger.give_up]))
    def decide(self, numbers, decision):
        keys = [delivery.pk for delivery in Delivery.objects.order_by("pk") if delivery.pk % READERS in numbers]
        if decision is ledger.found:
            self.found |= set(Delivery.objects.uncertain().filter(pk__in=keys).values_list("pk", flat=True))
        decision(keys)

    @invariant()
    def the_books_balance(self):
        account = selectors.account(self.mailing)
        assert account.balances
        assert account.audience == READERS

    @invariant()
    def nobody_was_mailed_twice_without_a_decision_and_nobody_is_lost(self):
        for delivery in Delivery.objects.all():
            arrived = relay.arrived[delivery.message_id]
            assert arrived <= 1 + delivery.repeats
            if delivery.state in (*Delivery.WAITING, State.CLAIMED):
                assert arrived <= delivery.repeats
            if delivery.state == State.SENT:
                assert arrived or delivery.pk in self.found
            if not arrived:
                assert delivery.state != State.SENT or delivery.pk in self.found

    @invariant()
    def done_means_that_nothing_is_open_or_uncertain(self):
        if Mailing.objects.get().state == Mailing.State.DONE:
            assert not Delivery.objects.filter(state__in=[*Delivery.OPEN, State.UNCERTAIN]).exists()


@pytest.mark.django_db
def test_the_ledger_keeps_its_promises_in_any_order(settings):
    _use_relay(settings)
    run_state_machine_as_test(Ledger, settings=PROFILE)


@pytest.mark.django_db
def test_whatever_went_wrong_time_and_decisions_bring_a_mailing_to_its_end(settings):
    _use_relay(settings)
    register_audience(people(READERS))
    mailing = start_mailing(make_mailing())
    relay.__init__()
    for plan in (["lost after", "later", "unsent", "killed after"], ["killed before"], ["lost before", "refused"]):
        relay.plan = plan
        try:
            send_due(60)
        except Killed:
            Delivery.objects.filter(leased_until__isnull=False).update(leased_until=Now())
        Delivery.objects.filter(state__in=Delivery.WAITING).update(due_at=Now())
        sweep()
    relay.plan = ["sent"] * READERS
    send_due(60)
    ledger.give_up(list(Delivery.objects.uncertain().values_list("pk", flat=True)))
    sweep()
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.DONE
    assert max(relay.arrived.values()) == 1


def _use_relay(settings):
    settings.MAILING = settings.MAILING | {
        "transport": "tests.mailing.relays.RelayTransport",
        "window": 2,
        "windows": 2,
    }


# Without shrinking: a failing example is short enough, and whoever waits for it would wait for minutes.
PROFILE = settings(
    max_examples=20,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],
)
