"""What the pages of issues cost, however many there are."""

import pytest
from django.urls import reverse

from tests.core.queries import queries_of
from tests.members.factories import UserFactory
from tests.newsletters.factories import SubscriptionFactory

pytestmark = pytest.mark.django_db

ARCHIVE, ISSUE, DRAFT = 4, 7, 35


def published(compose, number):
    pages = [compose() for _number in range(number)]
    for page in pages:
        page.get_latest_revision().publish()
    return pages


def test_the_archive_and_an_issue_take_as_many_queries_with_many_issues_as_with_one(client, archive, compose):
    (page,) = published(compose, 1)
    few = [queries_of(client, address)[0] for address in (archive.url, page.url)]
    published(compose, 4)
    many = [queries_of(client, address)[0] for address in (archive.url, page.url)]
    assert few == many == [ARCHIVE, ISSUE]


def test_checking_a_draft_takes_as_many_queries_with_many_subscribers_as_with_one(client, news, compose):
    client.force_login(UserFactory(group="Moderators"))
    address = reverse("newsletters_send", args=[compose().translation_key])
    SubscriptionFactory(mailing_list=news)
    few, _sql = queries_of(client, address)
    SubscriptionFactory.create_batch(4, mailing_list=news)
    many, _sql = queries_of(client, address)
    assert few == many == DRAFT
