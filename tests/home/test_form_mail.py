"""The mail that a sent form becomes."""

import logging
import time

import pytest
from wagtail.contrib.forms.models import FormSubmission

from core.models import SiteSettings
from core.protection import Stamp
from tests.core.factories import translate
from tests.home.factories import FIELDS, FormPageFactory


def test_the_mail_goes_to_the_recipients_and_replies_go_to_the_reader(client, form_page, answers, mailoutbox):
    client.post(form_page.url, answers)
    (mail,) = mailoutbox
    assert mail.to == ["club@example.org"]
    assert mail.reply_to == ["maria@example.org"]
    assert mail.subject == f"Писмо от сайта (№ {FormSubmission.objects.get().pk})"


def test_the_mail_has_text_and_html_with_every_answer(client, form_page, answers, mailoutbox):
    client.post(form_page.url, answers)
    html, kind = mailoutbox[0].alternatives[0]
    assert kind == "text/html"
    for body in (mailoutbox[0].body, html):
        for words in ("Вашето име", "Мария Иванова", "Идея", "За трапеза."):
            assert words in body


def test_markup_in_an_answer_is_text_in_the_mail(client, form_page, answers, mailoutbox):
    client.post(form_page.url, {**answers, "message": "<img src=x onerror=alert(1)>"})
    assert "<img" not in mailoutbox[0].alternatives[0][0]
    assert "<img src=x onerror=alert(1)>" in mailoutbox[0].body


@pytest.mark.parametrize("field", ["name", "email", "subject"])
def test_line_breaks_in_an_answer_begin_no_header(client, form_page, answers, mailoutbox, field):
    client.post(form_page.url, {**answers, field: f"{answers[field]}\r\nBcc: evil@example.com"})
    for mail in mailoutbox:
        message = mail.message()
        assert message["Bcc"] is None
        assert mail.recipients() == ["club@example.org"]
        assert all("\n" not in str(value) and "\r" not in str(value) for _name, value in message.items())


def test_a_name_with_line_breaks_is_stored_in_one_line(client, form_page, answers):
    client.post(form_page.url, {**answers, "name": "Мария\r\nBcc: evil@example.com"})
    assert FormSubmission.objects.get().form_data["name"] == "Мария Bcc: evil@example.com"


def test_line_breaks_in_the_subject_begin_no_header(client, home_bg, answers, mailoutbox):
    page = FormPageFactory(parent=home_bg, slug="drug", subject="Писмо\r\nBcc: evil@example.com")
    client.post(page.url, {**answers, "form_stamp": Stamp(page.form_purpose).make(at=time.time() - 60)})
    assert mailoutbox[0].message()["Bcc"] is None
    assert "\n" not in mailoutbox[0].subject


def test_without_recipients_the_site_gets_the_mail(client, home_bg, answers, mailoutbox):
    SiteSettings.objects.update_or_create(language="bg", defaults={"email": "site@example.org"})
    page = FormPageFactory(parent=home_bg, slug="drug", to_address="")
    client.post(page.url, {**answers, "form_stamp": Stamp(page.form_purpose).make(at=time.time() - 60)})
    assert mailoutbox[0].to == ["site@example.org"]


def test_several_recipients_get_one_mail(client, home_bg, answers, mailoutbox):
    page = FormPageFactory(parent=home_bg, slug="drug", to_address="a@example.org, b@example.org")
    client.post(page.url, {**answers, "form_stamp": Stamp(page.form_purpose).make(at=time.time() - 60)})
    assert mailoutbox[0].to == ["a@example.org", "b@example.org"]


def test_the_mail_is_in_the_language_of_its_page(client, form_page, answers, mailoutbox, home_en):
    english = translate(form_page, "en", {"Писмо от сайта": "A message", "Вашето име": "Your name"})
    client.post(english.url, {**answers, "subject": ""})
    assert mailoutbox[0].subject.startswith("A message")
    assert 'lang="en"' in mailoutbox[0].alternatives[0][0]
    assert "Your name" in mailoutbox[0].body


def test_when_the_mail_server_fails_the_answers_are_stored_and_the_reader_is_done(
    client, form_page, answers, settings, caplog
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    with caplog.at_level(logging.ERROR):
        response = client.post(form_page.url, answers)
    assert response.status_code == 302
    submission = FormSubmission.objects.get()
    assert f"Form submission {submission.pk}" in caplog.text
    assert "maria@example.org" not in caplog.records[-1].getMessage()


def test_a_form_without_an_address_field_has_nobody_to_reply_to(client, home_bg, answers, mailoutbox):
    page = FormPageFactory(parent=home_bg, slug="drug", fields=[FIELDS[3]])
    client.post(page.url, {**answers, "form_stamp": Stamp(page.form_purpose).make(at=time.time() - 60)})
    assert mailoutbox[0].reply_to == []
