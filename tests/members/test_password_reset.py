import re

import pytest
from django.urls import reverse

from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db

URL = reverse("wagtailadmin_password_reset")


def ask(client, email, **extra):
    return client.post(URL, {"email": email}, **extra)


def test_a_forgotten_password_is_set_anew_by_mail(client, mailoutbox):
    user = UserFactory(email="anna@example.org")
    ask(client, "Anna@Example.org")
    (mail,) = mailoutbox
    assert mail.to == ["anna@example.org"]
    path = re.search(r"http://localhost:8000(/admin/\S+)", mail.body)[1]
    form = client.get(path, follow=True)
    client.post(form.request["PATH_INFO"], {"new_password1": "nine-threads-5", "new_password2": "nine-threads-5"})
    user.refresh_from_db()
    assert user.check_password("nine-threads-5")
    assert b'name="new_password1"' not in client.get(path, follow=True).content


def test_the_host_that_a_request_claims_is_in_no_link(client, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    UserFactory(email="anna@example.org")
    ask(client, "anna@example.org", headers={"host": "evil.example"})
    (mail,) = mailoutbox
    assert "evil.example" not in f"{mail.subject}{mail.body}"
    assert "http://localhost:8000/admin/" in mail.body


def test_an_unknown_address_is_answered_like_a_known_one(client, mailoutbox):
    UserFactory(email="anna@example.org")
    known, unknown = ask(client, "anna@example.org"), ask(client, "nobody@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mailoutbox) == 1


def test_an_account_that_is_not_active_gets_no_mail(client, mailoutbox):
    UserFactory(email="anna@example.org", is_active=False)
    ask(client, "anna@example.org")
    assert not mailoutbox
