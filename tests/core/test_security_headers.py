"""What browsers are told to refuse, and what nobody gets to see (security cases 7, 49 to 52)."""

import pytest
from django.core import mail
from django.urls import reverse

from core.embeds import EMBED_FRAME_HOSTS
from members.models import User

pytestmark = pytest.mark.django_db

PUBLIC = ["/bg/", "/en/", "/robots.txt", "/sitemap.xml", "/bg/nothing-here/"]


def policy_of(response):
    parts = (part.split(" ", 1) for part in response.headers["Content-Security-Policy"].split("; "))
    return {name: value.split() for name, value in parts}


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_answer_allows_nothing_but_its_own_files(path, site, client):
    policy = policy_of(client.get(path))
    assert policy["default-src"] == ["'none'"]
    assert [
        value for values in policy.values() for value in values if "unsafe" in value or value in ("*", "https:")
    ] == []
    assert set(policy.pop("frame-src")) == set(EMBED_FRAME_HOSTS)
    assert {value for values in policy.values() for value in values} == {"'self'", "'none'"}


@pytest.mark.parametrize("path", [*PUBLIC, "/admin/login/"])
def test_every_answer_carries_the_other_headers(path, site, client):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", PUBLIC)
def test_nobody_frames_a_public_page(path, site, client):
    response = client.get(path)
    assert policy_of(response)["frame-ancestors"] == ["'none'"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_only_the_admin_frames_the_admin(client):
    assert policy_of(client.get("/admin/login/"))["frame-ancestors"] == ["'self'"]


def test_the_admin_has_a_policy_of_its_own_without_a_nonce_that_would_switch_it_off(client):
    policy = policy_of(client.get("/admin/login/"))
    assert policy["script-src"] == policy["style-src"] == ["'self'", "'unsafe-inline'"]
    assert policy["default-src"] == ["'none'"]


@pytest.mark.parametrize("path", PUBLIC)
def test_an_anonymous_reader_gets_no_cookie(path, site, client):
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("path", ["/bg/", "/en/", "/sitemap.xml", "/robots.txt"])
def test_a_foreign_host_reaches_no_link(path, site, client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    refused = client.get(path, headers={"Host": "evil.example"})
    assert refused.status_code == 400
    answered = client.get(path, headers={"X-Forwarded-Host": "evil.example"})
    assert b"evil.example" not in refused.content + answered.content


def test_the_host_header_does_not_reach_the_mail_of_a_password_reset(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    User.objects.create_superuser("admin@example.org", "a-long-enough-password", name="Admin")
    client.post(
        reverse("wagtailadmin_password_reset"), {"email": "admin@example.org"}, headers={"Host": "evil.example"}
    )
    [message] = mail.outbox
    assert "evil.example" not in message.body + message.subject
    assert settings.WAGTAILADMIN_BASE_URL in message.body


@pytest.mark.parametrize(
    "path",
    ["/.git/config", "/.env", "/django-admin/", "/metrics", "/server-status", "/dev/inbox/", "/dev/styleguide/"],
)
def test_what_is_nobodys_business_is_not_there(path, site, client):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/media/original_images/a.jpg", "/media/documents/a.pdf", "/media/../db.sqlite3"])
def test_uploads_have_no_address_of_their_own(path, site, client):
    assert client.get(path).status_code == 404


def test_a_failure_shows_no_trace_of_the_program(site, client, monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("core.selectors.Navigation.objects.filter", fail)
    client.raise_request_exception = False
    response = client.get("/bg/")
    assert response.status_code == 500
    assert not {"secret detail", "Traceback", "Django", "Wagtail"} & set(response.content.decode().split())
    assert policy_of(response)["default-src"] == ["'none'"]


def test_no_answer_names_a_version(site, client):
    response = client.get("/bg/")
    assert {"Server", "X-Powered-By"} & set(response.headers) == set()
    assert b'name="generator"' not in response.content
