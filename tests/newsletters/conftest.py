"""A list that anybody may subscribe to, and what a person sends to do so."""

import re
import time

import pytest

from core.protection import Stamp
from newsletters.forms import PURPOSE
from tests.newsletters.factories import MailingListFactory, SubscriptionFactory

ADDRESS = "maria@example.org"


@pytest.fixture
def news(home_bg):
    """The one public list of the site."""
    return MailingListFactory(slug="news", labels={"bg": "Новини на клуба", "en": "Club news"})


@pytest.fixture
def wishes(news):
    """What the form on the page of newsletters sends."""
    return {"email": ADDRESS, "lists": ["news"], "language": "bg", "every_days": "0", "form_stamp": stamp()}


@pytest.fixture
def subscription(news):
    """Somebody who gets the list."""
    return SubscriptionFactory(mailing_list=news, subscriber__email=ADDRESS)


@pytest.fixture
def sign_up(client, wishes, mailoutbox):
    """`sign_up(topics=[...])` sends the form and returns the path of the link in the letter."""

    def sign_up(**more):
        client.post("/bg/newsletters/", wishes | more)
        return path_in(mailoutbox[-1])

    return sign_up


def stamp(age=60):
    return Stamp(PURPOSE).make(at=time.time() - age)


def path_in(mail):
    """The path of the one link in a letter's text."""
    (url,) = re.findall(r"http://localhost:8000(/\S+)", mail.body)
    return url
