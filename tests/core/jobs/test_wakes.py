"""Functions that are woken: whoever works calls them, and a failure is no more than a line in the log."""

import logging

import pytest

from core.jobs import wakes


@pytest.fixture
def called(monkeypatch):
    monkeypatch.setattr(wakes, "_registered", {})
    called = []
    wakes.register("a", lambda: called.append("a"), queue="mail")
    return called


def test_a_wake_goes_to_the_runner_with_its_queue_as_often_as_asked(use_runner, called):
    runner = use_runner()
    wakes.wake("a", times=2)
    assert runner.woken == [("a", "mail")] * 2
    assert called == []


def test_whoever_answers_calls_what_was_registered(called):
    wakes.answer("a")
    assert called == ["a"]
    assert wakes.queues() == {"mail"}


def test_what_fails_is_logged_and_nothing_more(called, caplog):
    wakes.register("b", lambda: 1 / 0)
    with caplog.at_level(logging.ERROR):
        wakes.answer("b")
    assert "ZeroDivisionError" in caplog.text
