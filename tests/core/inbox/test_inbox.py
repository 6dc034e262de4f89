"""The local inbox for developers."""

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.test import override_settings
from django.urls import include, path

import config.urls

urlpatterns = [path("dev/inbox/", include("core.inbox.urls")), *config.urls.urlpatterns]

INBOX = "/dev/inbox/"


@pytest.fixture
def inbox(settings, tmp_path, db):
    """DEBUG is on, and mail goes to a folder."""
    settings.DEBUG = True
    settings.INBOX_DIR = tmp_path / "inbox"
    settings.EMAIL_BACKEND = "core.inbox.backend.InboxBackend"
    settings.ROOT_URLCONF = __name__
    return settings.INBOX_DIR


def send(subject="Здравейте", html="<p>Добре <b>дошли</b>.</p>", attachments=()):
    mail = EmailMultiAlternatives(subject, "Добре дошли.", "club@example.org", ["maria@example.org"])
    mail.attach_alternative(html, "text/html")
    for attachment in attachments:
        mail.attach(*attachment)
    mail.send()


def newest(inbox):
    return sorted(inbox.glob("*.eml"))[-1].name


def test_an_empty_inbox_says_so(client, inbox):
    assert client.get(INBOX).status_code == 200


def test_mail_is_listed_newest_first_with_its_cyrillic_subject(client, inbox):
    send("Първо писмо — „проба“")
    send("Второ писмо")
    html = client.get(INBOX).content.decode()
    assert html.index("Второ писмо") < html.index("Първо писмо — „проба“")
    assert "maria@example.org" in html


def test_a_mail_shows_text_headers_and_attachments(client, inbox):
    send(attachments=[("план.pdf", b"%PDF-1.4 x", "application/pdf")])
    html = client.get(f"{INBOX}{newest(inbox)}/").content.decode()
    assert "Добре дошли." in html
    assert "<dt>From</dt><dd>club@example.org</dd>" in html
    assert "план.pdf" in html
    assert "application/pdf" in html


def test_a_mail_without_html_shows_its_text(client, inbox):
    EmailMessage("Само текст", "Без разметка.", "club@example.org", ["a@example.org"]).send()
    html = client.get(f"{INBOX}{newest(inbox)}/").content.decode()
    assert "Без разметка." in html
    assert "<iframe" not in html


def test_malicious_html_stays_in_a_sandbox(client, inbox):
    send("<script>alert(1)</script>", html="<script>alert(1)</script><img src='https://evil.example/x.png'>")
    page = client.get(f"{INBOX}{newest(inbox)}/")
    assert "<script>" not in page.content.decode()
    assert "allow-scripts" not in page.content.decode()
    assert "allow-same-origin" not in page.content.decode()
    policy = client.get(f"{INBOX}{newest(inbox)}/html/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "https:" not in policy


def test_the_html_may_be_framed_by_the_inbox_only(client, inbox):
    send()
    response = client.get(f"{INBOX}{newest(inbox)}/html/")
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "дошли" in response.content.decode()


def test_all_mail_is_deleted_with_a_post_and_not_with_a_get(client, inbox):
    send()
    assert client.get(f"{INBOX}delete/").status_code == 405
    assert list(inbox.glob("*.eml"))
    assert client.post(f"{INBOX}delete/").status_code == 302
    assert not list(inbox.glob("*.eml"))


@pytest.mark.parametrize("name", ["..%2f..%2fetc%2fpasswd", "x.eml", "....eml"])
def test_no_other_file_is_read(client, inbox, name):
    inbox.parent.mkdir(exist_ok=True)
    (inbox.parent / "x.eml").write_text("Subject: secret\n\n")
    inbox.mkdir()
    assert client.get(f"{INBOX}{name}/").status_code == 404


def test_a_damaged_message_does_not_hide_the_others(client, inbox):
    send("Здраво")
    (inbox / "00000000T000000-000.eml").write_bytes(b"\xff\xfe\x00broken")
    assert "Здраво" in client.get(INBOX).content.decode()


@pytest.mark.parametrize("address", [INBOX, f"{INBOX}x.eml/", f"{INBOX}x.eml/html/", f"{INBOX}delete/"])
def test_without_debug_there_is_no_inbox(client, db, address):
    assert client.get(address).status_code == 404
    with override_settings(ROOT_URLCONF=__name__):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code in (404, 405)
