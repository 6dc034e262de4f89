"""What a mail provider reports, signed with its real algorithm; and what changes nothing, whoever claims it."""

import hashlib
import hmac
import json
import time
from datetime import timedelta

import pytest
from django.db.models.functions import Now

from mailing.bounces.reports import forget_reports
from mailing.checks import check_webhook
from mailing.models import Bounce, Delivery, HeardReport, Suppression
from mailing.sending import send_due
from mailing.views import MOST_BYTES, MOST_FORGED
from tests.mailing.factories import make_mailing, people, register_audience, start_mailing

pytestmark = pytest.mark.django_db
SECRET = "0123456789abcdef0123456789abcdef"
NO_SUCH_USER = {
    "code": 550,
    "message": "5.1.1 The email account that you tried to reach does not exist.",
    "attempt-no": 1,
}
FULL = {"code": 552, "message": "5.2.2 The recipient's inbox is out of storage space.", "attempt-no": 1}
GREYLISTED = {"code": 451, "message": "4.7.1 Greylisted, please come back.", "description": "", "attempt-no": 2}


@pytest.fixture(autouse=True)
def _provider(settings):
    settings.MAILING = settings.MAILING | {"webhook_provider": "mailgun", "webhook_secret": SECRET}


@pytest.fixture
def left():
    """The references of those who left."""
    return []


@pytest.fixture
def delivery(left):
    register_audience(people(2)).unsubscribe = lambda mailing, reference: left.append(reference)
    start_mailing(make_mailing())
    send_due(60)
    return Delivery.objects.order_by("pk")[0]


def report(delivery, event="failed", *, key=SECRET, token="a" * 50, at=None, recipient=None, **data):
    """As Mailgun posts it: the signature covers the moment and the token."""
    moment = str(int(time.time() if at is None else at))
    signature = hmac.new(key.encode(), f"{moment}{token}".encode(), hashlib.sha256).hexdigest()
    return {
        "signature": {"token": token, "timestamp": moment, "signature": signature},
        "event-data": {
            "id": "G9Bn5sl1TC6nu79C8C0bwg",
            "event": event,
            "timestamp": time.time(),
            "log-level": "error",
            "recipient": recipient or delivery.address,
            "message": {"headers": {"message-id": delivery.message_id.strip("<>"), "to": "x", "from": "y"}},
            "flags": {"is-routed": False, "is-authenticated": True},
            "tags": [],
            "user-variables": {},
            **data,
        },
    }


def failed(delivery, status=NO_SUCH_USER, severity="permanent", **options):
    reason = "bounce" if severity == "permanent" else "generic"
    return report(delivery, severity=severity, reason=reason, **{"delivery-status": status}, **options)


@pytest.fixture
def post(client):
    def post(content, **headers):
        body = content if isinstance(content, (str, bytes)) else json.dumps(content)
        return client.post("/mail/reports/", body, content_type="application/json", **headers).status_code

    return post


def nothing_changed():
    return not (Bounce.objects.exists() or Suppression.objects.exists() or HeardReport.objects.exists())


@pytest.mark.parametrize(
    ("status", "severity", "kind"),
    [
        (NO_SUCH_USER, "permanent", "hard"),
        (FULL, "permanent", "soft"),
        (GREYLISTED, "temporary", "soft"),
        (
            {"code": 605, "message": "", "description": "Not delivering to previously bounced address"},
            "permanent",
            "hard",
        ),
    ],
)
def test_what_bounced_for_good_is_suppressed_and_what_bounced_for_now_is_counted(
    post, delivery, status, severity, kind
):
    assert post(failed(delivery, status, severity)) == 204
    assert Bounce.objects.get(delivery=delivery).kind == kind
    assert Suppression.objects.filter(pk=delivery.recipient_key).exists() is (kind == "hard")


def test_who_complains_is_suppressed_and_leaves_the_list(post, delivery, left):
    assert post(report(delivery, "complained")) == 204
    assert Suppression.objects.get().reason == Suppression.Reason.COMPLAINT
    assert left == [delivery.reference]


def test_who_unsubscribes_at_the_provider_leaves_the_list(post, delivery, left):
    assert post(report(delivery, "unsubscribed")) == 204
    assert left == [delivery.reference]
    assert not Suppression.objects.exists()


def test_what_the_provider_delivered_is_not_uncertain_any_more(post, delivery):
    Delivery.objects.filter(pk=delivery.pk).update(state="uncertain", reason="worker lost", finished_at=None)
    assert post(report(delivery, "delivered")) == 204
    assert Delivery.objects.get(pk=delivery.pk).state == "sent"


def test_a_report_that_comes_again_changes_nothing_even_with_another_body(post, delivery, left, caplog):
    assert post(report(delivery, "delivered")) == 204
    assert post(failed(delivery)) == 204
    assert post(report(delivery, "complained")) == 204
    assert not Bounce.objects.exists()
    assert not Suppression.objects.exists()
    assert left == []
    digest = hashlib.sha256(b"a" * 50).hexdigest()[:16]
    assert f"The report {digest} of the mail provider came again" in caplog.text


@pytest.mark.parametrize("hours", [-1, 25])
def test_a_report_of_another_day_changes_nothing(post, delivery, hours):
    assert post(failed(delivery, at=time.time() - hours * 3600)) == 400
    assert nothing_changed()


def test_what_is_not_signed_with_the_secret_changes_nothing_and_is_logged(post, delivery, caplog):
    right = failed(delivery)
    forged = [
        failed(delivery, key="another secret"),
        right | {"signature": right["signature"] | {"signature": ""}},
        right | {"signature": right["signature"] | {"token": "b" * 50}},
        {"event-data": right["event-data"]},
    ]
    assert [post(content) for content in forged] == [400] * 4
    assert nothing_changed()
    assert caplog.text.count("A report in the mail provider's name was refused") == 4


@pytest.mark.parametrize("content", [b" ", b"\xff", "[]", "{}", '"a"', '{"signature": []}', "[" * 5000])
def test_junk_changes_nothing(post, content):
    assert post(content) == 400


@pytest.mark.parametrize(
    "data",
    [
        {"event": []},
        {"message": []},
        {"message": {"headers": {"message-id": "\0"}}},
        {"recipient": "\ud800@example.org"},
        {"user-variables": ["message_id"], "message": {}},
        {"user-variables": {"message_id": {}}, "message": {}},
    ],
)
def test_a_signature_with_junk_behind_it_changes_nothing(post, delivery, data):
    content = failed(delivery)
    content["event-data"] |= data
    assert post(content) in (204, 400)
    assert not Suppression.objects.exists()


def test_a_report_about_another_message_or_recipient_changes_nothing(post, delivery):
    stranger = Delivery(message_id="<guessed@example.org>", address=delivery.address)
    assert post(failed(stranger)) == 204
    assert post(failed(delivery, token="b" * 50, recipient="somebody@example.net")) == 204
    assert not Bounce.objects.exists()


def test_who_sends_forged_ones_again_and_again_is_not_even_logged(post, delivery, caplog):
    content = failed(delivery, key="another secret")
    answers = [post(content) for _number in range(MOST_FORGED + 2)]
    assert answers == [400] * MOST_FORGED + [429] * 2
    assert caplog.text.count("was refused") == MOST_FORGED
    assert post(failed(delivery)) == 204


def test_a_report_that_is_too_large_or_no_json_is_not_read(post, client, delivery):
    assert post(b"x" * (MOST_BYTES + 1)) == 413
    assert client.post("/mail/reports/", failed(delivery)["signature"]).status_code == 415
    assert client.get("/mail/reports/").status_code == 405


@pytest.mark.parametrize("options", [{"webhook_secret": ""}, {"webhook_provider": ""}, {"webhook_provider": "post"}])
def test_without_provider_and_secret_there_is_no_such_address_and_the_check_says_so(post, delivery, settings, options):
    assert check_webhook(None) == []
    settings.MAILING = settings.MAILING | options
    assert post(failed(delivery)) == 404
    assert [error.id for error in check_webhook(None)] in (["mailing.E001"], ["mailing.E002"])


def test_reports_are_forgotten_once_they_are_too_old_to_come_again(post, delivery):
    post(report(delivery, "delivered"))
    assert forget_reports() == 0
    HeardReport.objects.update(heard_at=Now() - timedelta(days=3))
    assert forget_reports() == 1
