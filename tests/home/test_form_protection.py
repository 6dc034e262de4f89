"""What keeps robots and other sites out of a form, and lets people in."""

import time

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from wagtail.contrib.forms.models import FormSubmission

from core.protection import POSTS_AN_HOUR, TOO_OLD, Stamp, network_of


def stamp(page, age):
    return Stamp(page.form_purpose).make(at=time.time() - age)


def refused(response, status):
    """Says no, keeps what was typed, stores nothing."""
    return (
        response.status_code == status
        and "За трапеза." in response.content.decode()
        and 'role="alert"' in response.content.decode()
        and FormSubmission.objects.count() == 0
    )


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "https://testserver"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_form_sent_from_another_site_is_refused(client, form_page, answers, headers):
    assert refused(client.post(form_page.url, answers, headers=headers), 403)


@pytest.mark.parametrize("headers", [{"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, {}])
def test_a_form_sent_from_its_own_page_is_taken(client, form_page, answers, headers):
    assert client.post(form_page.url, answers, headers=headers).status_code == 302


def test_a_trusted_origin_is_taken(client, form_page, answers, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://club.example"]
    assert client.post(form_page.url, answers, headers={"Origin": "https://club.example"}).status_code == 302


def test_a_form_filled_in_at_once_is_refused(client, form_page, answers):
    assert refused(client.post(form_page.url, {**answers, "form_stamp": stamp(form_page, 0)}), 422)


def test_whoever_was_too_fast_may_send_again_with_the_same_stamp(client, form_page, answers):
    early = stamp(form_page, 0)
    html = client.post(form_page.url, {**answers, "form_stamp": early}).content.decode()
    assert early in html


def test_a_form_from_a_page_that_was_open_for_days_is_refused_with_a_new_stamp(client, form_page, answers):
    old = stamp(form_page, TOO_OLD + 60)
    response = client.post(form_page.url, {**answers, "form_stamp": old})
    assert refused(response, 422)
    assert old not in response.content.decode()


@pytest.mark.parametrize("bad", ["", "x", "form:1:1:x", "a" * 500])
def test_a_forged_stamp_is_refused(client, form_page, answers, bad):
    assert refused(client.post(form_page.url, {**answers, "form_stamp": bad}), 422)


def test_a_changed_stamp_is_refused(client, form_page, answers):
    good = answers["form_stamp"]
    purpose, made, signature = good.rsplit(":", 2)
    assert refused(client.post(form_page.url, {**answers, "form_stamp": f"{purpose}:{int(made) - 9}:{signature}"}), 422)


def test_a_stamp_of_another_form_is_refused(client, form_page, answers):
    other = Stamp("form:another").make(at=time.time() - 60)
    assert refused(client.post(form_page.url, {**answers, "form_stamp": other}), 422)


def test_a_form_whose_empty_field_was_filled_in_is_refused_and_the_field_emptied(client, form_page, answers):
    response = client.post(form_page.url, {**answers, "your_homepage": "https://spam.example"})
    assert refused(response, 422)
    assert "spam.example" not in response.content.decode()


def test_one_network_sends_only_so_much_in_an_hour(client, form_page, answers):
    for _number in range(POSTS_AN_HOUR):
        assert client.post(form_page.url, answers).status_code == 302
    response = client.post(form_page.url, answers)
    assert response.status_code == 429
    assert "За трапеза." in response.content.decode()
    assert FormSubmission.objects.count() == POSTS_AN_HOUR
    assert client.post(form_page.url, answers, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_claimed_address_does_not_lift_the_limit(client, form_page, answers):
    statuses = [
        client.post(form_page.url, answers, headers={"X-Forwarded-For": f"192.0.2.{number}"}).status_code
        for number in range(POSTS_AN_HOUR + 1)
    ]
    assert statuses[-1] == 429


def test_failed_attempts_do_not_count(client, form_page, answers):
    for _number in range(POSTS_AN_HOUR + 1):
        client.post(form_page.url, {**answers, "email": "maria"})
    assert client.post(form_page.url, answers).status_code == 302


def request(**headers):
    return RequestFactory().post("/", REMOTE_ADDR="10.0.0.1", headers=headers)


def test_nobody_is_believed_without_a_proxy_of_ours():
    assert network_of(request(**{"X-Forwarded-For": "192.0.2.1"})) == "10.0.0.1"


def test_of_the_forwarded_addresses_the_one_that_our_proxy_wrote_counts(settings):
    settings.TRUSTED_PROXIES = 1
    assert network_of(request(**{"X-Forwarded-For": "6.6.6.6, 192.0.2.1"})) == "192.0.2.1"


def test_a_household_is_one_network():
    one, other = (
        network_of(RequestFactory().get("/", REMOTE_ADDR=address)) for address in ("2001:db8::1", "2001:db8::ffff:2")
    )
    assert one == other
    assert one != network_of(RequestFactory().get("/", REMOTE_ADDR="2001:db8:0:1::1"))


def test_the_cache_holds_no_address(client, form_page, answers):
    client.post(form_page.url, answers, REMOTE_ADDR="192.0.2.77")
    assert not [key for key in cache._cache if "192.0.2" in key]
