"""Who an issue of a list goes to."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from newsletters.models import MailingList, Subscriber, Subscription
from taxonomy.services import merge_topics
from tests.newsletters.factories import SubscriberFactory, SubscriptionFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(datetime(2026, 11, 30, 9, 0))


def due(news, topics=(), at=NOW):
    return set(Subscription.objects.audience(news, [topic.pk for topic in topics], at).due)


def test_confirmed_subscribers_get_issues_and_nobody_else_does(news):
    confirmed = SubscriptionFactory(mailing_list=news)
    SubscriptionFactory(mailing_list=news, state="unconfirmed", confirmed_at=None)
    SubscriptionFactory(mailing_list=news, state="unsubscribed", unsubscribed_at=NOW)
    SubscriptionFactory(mailing_list=news, subscriber__state=Subscriber.State.BLOCKED)
    SubscriptionFactory()
    assert due(news) == {confirmed}


def test_topics_must_meet_unless_either_names_none(news):
    crafts, food = TopicFactory(), TopicFactory()
    everything = SubscriptionFactory(mailing_list=news)
    about_crafts = SubscriptionFactory(mailing_list=news, topics=[crafts])
    about_both = SubscriptionFactory(mailing_list=news, topics=[crafts, food])
    assert due(news, [crafts]) == {everything, about_crafts, about_both}
    assert due(news, [food]) == {everything, about_both}
    assert due(news) == {everything, about_crafts, about_both}


def test_nobody_gets_everything_because_a_topic_was_deleted(news):
    crafts = TopicFactory()
    SubscriptionFactory(mailing_list=news, topics=[crafts])
    crafts.delete()
    assert due(news, [TopicFactory()]) == set()


def test_who_chose_a_topic_that_was_merged_has_chosen_the_one_that_is_left(news):
    crafts, handicraft = TopicFactory(), TopicFactory()
    news.topics.set([crafts, handicraft])
    row = SubscriptionFactory(mailing_list=news, topics=[crafts])
    both = SubscriptionFactory(mailing_list=news, topics=[crafts, handicraft])
    merge_topics(sources=[crafts], target=handicraft)
    assert due(news, [handicraft]) == {row, both}
    assert list(news.topics.all()) == [handicraft]


@pytest.mark.parametrize(
    ("every_days", "last", "is_due"),
    [
        (0, NOW - timedelta(hours=1), True),
        (7, None, True),
        (7, NOW - timedelta(days=6), False),
        (7, NOW - timedelta(days=7), True),
        # From Monday to Monday, whatever the hour.
        (7, NOW - timedelta(days=7) + timedelta(hours=5), True),
        (30, NOW - timedelta(days=8), False),
        (30, NOW - timedelta(days=31), True),
        (90, NOW - timedelta(days=89), False),
    ],
)
def test_who_had_an_issue_within_the_days_they_chose_is_skipped(news, every_days, last, is_due):
    row = SubscriptionFactory(mailing_list=news, every_days=every_days, last_issue_at=last)
    audience = Subscription.objects.audience(news, [], NOW)
    assert list(audience.due) == ([row] if is_due else [])
    assert list(audience.too_soon) == ([] if is_due else [row])


@pytest.mark.parametrize(
    "values",
    [
        {"state": "confirmed", "confirmed_at": None},
        {"state": "unsubscribed", "unsubscribed_at": None},
        {"state": "confirmed", "unsubscribed_at": NOW},
        {"state": "unconfirmed", "unsubscribed_by": "issue"},
    ],
)
def test_the_database_refuses_states_without_their_times(news, values):
    row = SubscriptionFactory(mailing_list=news)
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscription.objects.filter(pk=row.pk).update(**values)


def test_the_database_knows_each_address_and_each_place_on_a_list_once(news):
    row = SubscriptionFactory(mailing_list=news, subscriber__email="maria@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscriber.objects.bulk_create([Subscriber(email="MARIA@example.org", language="bg")])
    with pytest.raises(IntegrityError), transaction.atomic():
        SubscriptionFactory(mailing_list=news, subscriber=row.subscriber)


def test_an_audience_costs_one_query(news, django_assert_num_queries):
    for topic in TopicFactory.create_batch(3):
        SubscriptionFactory(mailing_list=news, topics=[topic])
    with django_assert_num_queries(1):
        list(Subscription.objects.audience(news, [topic.pk], NOW).due.values_list("pk", "language"))


def test_a_list_with_subscribers_is_not_deleted(news):
    SubscriptionFactory(mailing_list=news)
    with pytest.raises(Exception, match="protected"), transaction.atomic():
        news.delete()
    assert MailingList.objects.filter(pk=news.pk).exists()


def test_subscribers_change_no_page(home_bg, news):
    from core.changes.version import content_version

    before = content_version()
    row = SubscriptionFactory(mailing_list=news, subscriber=SubscriberFactory(), topics=[])
    row.delete()
    assert content_version() == before
