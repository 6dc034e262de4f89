"""Preferences without an account: by the lasting link in each letter, with the address masked."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as site_settings
from django.utils import timezone

from members.models import ConsentRecord
from newsletters import links
from newsletters.models import SignUp, Subscriber, Subscription
from tests.newsletters.conftest import ADDRESS, path_in
from tests.newsletters.factories import MailingListFactory, SubscriberFactory, SubscriptionFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db
State = Subscription.State


@pytest.fixture
def path(subscription):
    return path_of(subscription.subscriber)


@pytest.fixture
def fresh(client, path, mailoutbox):
    """The path of the fresh link that the subscriber asked for."""
    client.post(f"{path}link/")
    return path_in(mailoutbox.pop())


def path_of(subscriber):
    return links.preferences_url(subscriber).removeprefix(site_settings.WAGTAILADMIN_BASE_URL)


def choose(row, **more):
    pk = row.mailing_list_id
    return {"language": "bg", "first_name": "", f"on_{pk}": "on", f"often_{pk}": "0"} | more


def test_the_page_shows_what_comes_and_masks_the_address(client, path):
    html = client.get(path).content.decode()
    assert "Новини на клуба" in html
    assert "m•••@e•••.org" in html
    assert ADDRESS not in html


def test_the_link_lasts(client, path):
    with time_machine.travel(timezone.now() + timedelta(days=3650)):
        assert client.get(path).status_code == 200


def test_wishes_are_saved(client, path, subscription, news):
    topic = TopicFactory()
    news.topics.set([topic])
    more = {f"topics_{news.pk}": [str(topic.pk)], f"often_{news.pk}": "30", "language": "en", "first_name": "Мария"}
    response = client.post(path, choose(subscription, **more))
    assert response.url.startswith("/en/newsletters/preferences/")
    row = Subscription.objects.get()
    assert (row.every_days, row.language, row.every_topic, list(row.topics.all())) == (30, "en", False, [topic])
    assert (row.subscriber.first_name, row.subscriber.language) == ("Мария", "en")


def test_choosing_no_topic_means_all(client, path, subscription, news):
    news.topics.set([TopicFactory()])
    subscription.every_topic = False
    subscription.save()
    client.post(path, choose(subscription))
    assert Subscription.objects.get().every_topic


def test_a_list_that_is_not_ticked_any_more_is_left_with_a_proof(client, path, subscription, news):
    client.post(path, {"language": "bg", f"often_{news.pk}": "0"})
    assert Subscription.objects.get().state == State.UNSUBSCRIBED
    assert ConsentRecord.objects.get().action == ConsentRecord.Action.WITHDRAWN


def test_another_list_is_joined_at_once_with_a_proof(client, path, subscription):
    events = MailingListFactory(slug="events")
    client.post(path, choose(subscription, **{f"on_{events.pk}": "on"}))
    assert Subscription.objects.confirmed().count() == 2
    proof = ConsentRecord.objects.get()
    assert (proof.purpose, proof.action) == ("newsletter:events", "given")
    assert path not in proof.form_url


def test_a_list_that_is_not_public_is_shown_to_its_own_subscribers_alone(client, path, subscription):
    board = MailingListFactory(slug="board", labels={"bg": "Само за управителния съвет"}, is_public=False)
    assert "управителния" not in client.get(path).content.decode()
    client.post(path, choose(subscription, **{f"on_{board.pk}": "on"}))
    assert not board.subscriptions.exists()
    SubscriptionFactory(subscriber=subscription.subscriber, mailing_list=board)
    assert "управителния" in client.get(path).content.decode()


def test_one_button_leaves_everything(client, path, subscription):
    SubscriptionFactory(subscriber=subscription.subscriber)
    client.post(path, {"leave": "1"})
    assert set(Subscription.objects.values_list("state", flat=True)) == {State.UNSUBSCRIBED}


def test_another_sites_page_changes_nothing(client, path, subscription):
    response = client.post(path, {"leave": "1"}, headers={"Origin": "https://evil.example"})
    assert response.status_code == 403
    assert Subscription.objects.confirmed().exists()


def test_opening_every_page_changes_nothing_and_sets_no_cookie(client, path, fresh):
    before = list(Subscriber.objects.values()), list(Subscription.objects.values())
    for address in (path, f"{path}link/", fresh, f"{fresh}export/"):
        assert not client.get(address).cookies
        assert not client.head(address).cookies
    assert (list(Subscriber.objects.values()), list(Subscription.objects.values())) == before


@pytest.mark.parametrize("page", ["confirm", "preferences", "unsubscribe", "data", "address"])
@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_broken_link_leads_to_a_friendly_page(client, news, page, language):
    for token in ("x", "1.2.3", "a" * 300, "..%2F"):
        response = client.get(f"/{language}/newsletters/{page}/{token}/")
        assert response.status_code == 404
        assert f'lang="{language}"' in response.content.decode()


def test_a_fresh_link_goes_to_the_subscribers_own_mailbox(client, path, mailoutbox):
    html = client.post(f"{path}link/").content.decode()
    assert mailoutbox[0].to == [ADDRESS]
    assert ADDRESS not in html


def test_fresh_links_flood_nobody(client, path, mailoutbox):
    for _number in range(6):
        assert client.post(f"{path}link/").status_code == 200
    assert len(mailoutbox) == 3


def test_the_lasting_link_opens_no_data(client, path):
    for page in ("data", "address"):
        assert client.get(path.replace("preferences", page)).status_code == 404
    assert client.get(path.replace("preferences", "data") + "export/").status_code == 404


def test_a_fresh_link_is_good_for_a_day(client, fresh):
    assert ADDRESS in client.get(fresh).content.decode()
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert client.get(fresh).status_code == 404
        assert client.get(f"{fresh}export/").status_code == 404


def test_subscribers_take_everything_with_them(client, fresh, subscription):
    data = json.loads(client.get(f"{fresh}export/").content)
    assert data["email"] == ADDRESS
    assert data["subscriptions"][0]["list"] == "news"


def test_subscribers_delete_themselves(client, fresh, subscription, sign_up):
    sign_up()
    client.post(fresh, {"erase": "1"})
    for model in (Subscriber, Subscription, ConsentRecord, SignUp):
        assert not model.objects.exists()


def test_an_address_moves_when_the_new_mailbox_agrees(client, fresh, path, subscription, mailoutbox):
    client.post(fresh, {"email": "New@example.org"})
    (letter,) = mailoutbox
    assert letter.to == ["new@example.org"]
    link = path_in(letter)
    client.get(link)
    assert Subscriber.objects.get().email == ADDRESS
    response = client.post(link)
    assert Subscriber.objects.get().email == "new@example.org"
    assert client.get(response.url).status_code == 200
    # The old mailbox hears of it, and its links show nothing any more.
    assert mailoutbox[-1].to == [ADDRESS]
    assert client.get(path).status_code == 404


def test_links_to_leave_in_older_letters_hold_after_a_move(client, fresh, subscription, mailoutbox):
    leave = links.unsubscribe_url(subscription).removeprefix(site_settings.WAGTAILADMIN_BASE_URL)
    client.post(fresh, {"email": "new@example.org"})
    client.post(path_in(mailoutbox[0]))
    client.post(leave)
    assert not Subscription.objects.confirmed().exists()


def test_moving_to_somebody_elses_address_looks_the_same_and_does_nothing(client, fresh, mailoutbox):
    SubscriberFactory(email="other@example.org")
    taken = client.post(fresh, {"email": "other@example.org"}).content.decode()
    free = client.post(fresh, {"email": "freee@example.org"}).content.decode()
    assert taken.replace("other@", "") == free.replace("freee@", "")
    assert "Вече сте абонирани" in mailoutbox[0].subject


def test_an_address_that_was_taken_meanwhile_stays_where_it_is(client, fresh, mailoutbox):
    client.post(fresh, {"email": "new@example.org"})
    SubscriberFactory(email="new@example.org")
    assert client.post(path_in(mailoutbox[0])).status_code == 409
    assert Subscriber.objects.filter(email=ADDRESS).exists()


def test_a_link_moves_to_the_address_that_it_was_sent_to_alone(client, fresh, mailoutbox):
    client.post(fresh, {"email": "first@example.org"})
    client.post(fresh, {"email": "second@example.org"})
    assert client.post(path_in(mailoutbox[0])).status_code == 404
    assert Subscriber.objects.get().email == ADDRESS
