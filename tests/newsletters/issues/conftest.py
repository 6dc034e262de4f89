"""An archive in both languages, and a way to send."""

import email
import email.policy

import pytest

from mailing.sweeper import sweep
from mailing.transports import memory
from mailing.work import work
from tests.core.factories import translate
from tests.newsletters.factories import NewsletterIndexPageFactory, NewsletterPageFactory


@pytest.fixture(autouse=True)
def _empty_outbox(settings, tmp_path):
    settings.MAILING = settings.MAILING | {"memory": tmp_path / "mail"}
    memory.outbox.clear()


@pytest.fixture
def archive(home_bg, home_en):
    index = NewsletterIndexPageFactory(parent=home_bg)
    translate(index, "en", {"Архив на бюлетина": "Newsletter archive"})
    return index


@pytest.fixture
def compose(archive, news):
    """`compose(body=…)` makes a draft of an issue of the list."""

    def compose(**fields):
        return NewsletterPageFactory(parent=archive, **{"mailing_list": news, **fields})

    return compose


@pytest.fixture
def deliver(django_capture_on_commit_callbacks):
    """Let the clock and the workers do what is due; returns {recipient: message}."""

    def deliver():
        with django_capture_on_commit_callbacks(execute=True):
            sweep()
            work()
            work()
        return {envelope.recipient: parse(envelope.content) for envelope in memory.outbox}

    return deliver


def parse(content):
    return email.message_from_bytes(content, policy=email.policy.default)


def part(message, subtype):
    return message.get_body(preferencelist=(subtype,)).get_content()
