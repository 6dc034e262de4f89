"""Leaving: by a button behind a lasting link, or by what mail programs post (RFC 8058)."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as site_settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from members.models import ConsentRecord
from newsletters import links, tokens
from newsletters.models import Subscription
from tests.newsletters.factories import SubscriptionFactory

pytestmark = pytest.mark.django_db
State = Subscription.State


@pytest.fixture
def path(subscription):
    return path_of(subscription, "issue-7")


def path_of(subscription, issue=""):
    return links.unsubscribe_url(subscription, issue).removeprefix(site_settings.WAGTAILADMIN_BASE_URL)


def state(subscription):
    subscription.refresh_from_db()
    return subscription.state


def test_opening_the_link_changes_nothing(client, subscription, path):
    for method in (client.get, client.head):
        assert method(path).status_code == 200
    assert state(subscription) == State.CONFIRMED


def test_the_button_takes_the_subscription_off_its_list(client, subscription, path):
    response = client.post(path)
    assert "Отписани сте" in response.content.decode()
    assert state(subscription) == State.UNSUBSCRIBED
    assert subscription.unsubscribed_by == "issue-7"
    assert ConsentRecord.objects.get().action == ConsentRecord.Action.WITHDRAWN


def test_a_mail_program_unsubscribes_without_cookie_token_or_origin(client, subscription, path):
    client.handler.enforce_csrf_checks = True
    headers = {"Origin": "https://mail.example.com", "Sec-Fetch-Site": "cross-site"}
    response = client.post(path, {"List-Unsubscribe": "One-Click"}, headers=headers)
    assert response.status_code == 200
    assert not response.cookies
    assert state(subscription) == State.UNSUBSCRIBED


def test_leaving_one_list_leaves_the_others_alone(client, subscription, path):
    other = SubscriptionFactory(subscriber=subscription.subscriber)
    client.post(path)
    assert state(other) == State.CONFIRMED


def test_leaving_twice_is_leaving_once(client, subscription, path):
    client.post(path)
    left = Subscription.objects.get().unsubscribed_at
    assert client.post(path_of(subscription, "issue-8")).status_code == 200
    row = Subscription.objects.get()
    assert (row.unsubscribed_at, row.unsubscribed_by) == (left, "issue-7")
    assert ConsentRecord.objects.count() == 1


def test_the_link_never_expires(client, subscription, path):
    with time_machine.travel(timezone.now() + timedelta(days=3650)):
        client.post(path)
    assert state(subscription) == State.UNSUBSCRIBED


def test_a_link_holds_when_the_secret_key_has_changed(client, subscription, path, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    client.post(path)
    assert state(subscription) == State.UNSUBSCRIBED


def test_a_link_is_worth_nothing_once_its_key_is_forgotten(client, subscription, path, settings):
    settings.SECRET_KEY = "another"
    assert client.post(path).status_code == 404
    assert state(subscription) == State.CONFIRMED


def test_the_page_masks_the_address(client, path):
    html = client.get(path).content.decode()
    assert "maria@example.org" not in html
    assert "m•••@e•••.org" in html


def test_the_page_is_in_the_readers_language_and_nobody_keeps_it(client, news):
    english = SubscriptionFactory(mailing_list=news, subscriber__language="en")
    response = client.get(path_of(english))
    assert "Unsubscribe" in response.content.decode()
    assert "Отписване" not in response.content.decode()
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]


@pytest.mark.parametrize("kind", [tokens.PREFERENCES, tokens.CONFIRM, tokens.ACCESS, tokens.ADDRESS])
def test_a_token_of_another_purpose_unsubscribes_nobody(client, subscription, kind):
    response = client.post(f"/bg/newsletters/unsubscribe/{kind.make(str(subscription.pk))}/")
    assert response.status_code == 404
    assert state(subscription) == State.CONFIRMED


def test_a_link_to_somebody_who_was_deleted_leads_to_a_friendly_page(client, subscription, path):
    subscription.subscriber.delete()
    response = client.get(path)
    assert response.status_code == 404
    assert "/bg/newsletters/" in response.content.decode()


def test_a_changed_link_leads_to_a_friendly_page(client, subscription, path):
    for broken in (path[:-2] + "/", path.replace("unsubscribe/", "unsubscribe/1"), path.replace(".", ",")):
        response = client.post(broken)
        assert response.status_code == 404
        assert "Тази връзка не работи" in response.content.decode()
    assert state(subscription) == State.CONFIRMED


@given(st.data())
def test_no_change_of_a_token_is_taken_for_another(data):
    kind = data.draw(st.sampled_from([tokens.CONFIRM, tokens.PREFERENCES, tokens.UNSUBSCRIBE, tokens.ACCESS]))
    value = data.draw(
        st.text(st.characters(exclude_characters=".", exclude_categories=["Cs"]), min_size=1, max_size=30)
    )
    token = kind.make(value)
    assert kind.read(token) == value
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.characters(exclude_characters=token[place], exclude_categories=["Cs"]))
    with pytest.raises(tokens.BadToken):
        kind.read(token[:place] + letter + token[place + 1 :])


@given(st.text(max_size=80))
def test_whatever_stands_in_a_link_is_answered(token):
    with pytest.raises(tokens.BadToken):
        links.read_unsubscribe(token)
