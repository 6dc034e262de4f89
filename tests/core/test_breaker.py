"""After a failure, one caller tries after a pause, and the others wait for how that goes."""

import pytest

from core.breaker import Breaker


class Clock:
    seconds = 100.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(seconds=5, clock=clock)


def test_whoever_asks_may_try_while_nothing_has_failed(breaker):
    assert breaker.closed()
    breaker.succeed()
    assert breaker.closed()


def test_after_a_failure_nobody_tries_for_some_seconds(breaker, clock):
    breaker.fail()
    clock.seconds += 4
    assert not breaker.closed()


def test_after_the_pause_one_tries_and_the_others_wait(breaker, clock):
    breaker.fail()
    clock.seconds += 6
    assert breaker.closed()
    assert not breaker.closed()


def test_a_success_lets_everybody_try_again(breaker, clock):
    breaker.fail()
    clock.seconds += 6
    assert breaker.closed()
    breaker.succeed()
    assert breaker.closed()
    assert breaker.closed()
