"""One record, one line; every line knows its request."""

import json
import logging
import sys

from hypothesis import given
from hypothesis import strategies as st

from core.logs import OneLineFormatter, request_id


def formatted(message, exc_info=None):
    return OneLineFormatter().format(logging.LogRecord("club", logging.INFO, __file__, 1, message, (), exc_info))


@given(st.text())
def test_any_text_becomes_one_line_of_plain_ascii_and_comes_back_whole(text):
    line = formatted(text)
    assert len(line.splitlines()) == 1
    assert line.isascii()
    assert json.loads(line)["message"] == text


def test_a_traceback_stays_inside_its_line():
    try:
        raise ValueError("first\nsecond")
    except ValueError:
        line = formatted("Failed", exc_info=sys.exc_info())
    assert len(line.splitlines()) == 1
    assert "second" in json.loads(line)["exception"]


def test_a_line_carries_the_id_of_its_request():
    token = request_id.set("abc")
    try:
        assert json.loads(formatted("Hello"))["request"] == "abc"
    finally:
        request_id.reset(token)
    assert json.loads(formatted("Hello"))["request"] == ""


def test_every_answer_tells_an_id_of_its_own_and_ignores_a_clients(client, db):
    ids = [client.get("/", headers={"X-Request-ID": "mine"}).headers["X-Request-ID"] for _ in range(2)]
    assert len({*ids, "mine"}) == 3


def test_the_line_about_a_missing_page_carries_the_id_that_its_reader_was_told(client, caplog, db):
    caplog.handler.setFormatter(OneLineFormatter())
    told = client.get("/bg/nothing-here/").headers["X-Request-ID"]
    lines = [json.loads(line) for line in caplog.text.splitlines()]
    assert [line["request"] for line in lines if line["message"] == "Not Found: /bg/nothing-here/"] == [told]
