"""Sending a form."""

import re

import pytest
from django.test import Client
from wagtail.contrib.forms.models import FormSubmission

from tests.core.factories import translate


def test_a_sent_form_is_stored_and_leads_to_the_thanks(client, form_page, answers):
    response = client.post(form_page.url, answers)
    assert response.status_code == 302
    assert response.headers["Location"] == form_page.sent_url
    assert "Благодарим ви" in client.get(form_page.sent_url).content.decode()
    stored = FormSubmission.objects.get().form_data
    assert stored["message"] == "Имам идея.\nЗа трапеза."
    assert "form_stamp" not in stored
    assert "your_homepage" not in stored


def test_loading_the_thanks_again_stores_nothing(client, form_page, answers):
    client.post(form_page.url, answers)
    client.get(form_page.sent_url)
    client.get(form_page.sent_url)
    assert FormSubmission.objects.count() == 1


def test_nobody_gets_a_cookie(client, form_page, answers):
    assert not client.get(form_page.url).cookies
    assert not client.post(form_page.url, {**answers, "email": ""}).cookies
    assert not client.post(form_page.url, answers).cookies
    assert not client.get(form_page.sent_url).cookies


def test_the_page_does_not_vary_by_cookie(client, form_page):
    assert "Cookie" not in client.get(form_page.url).headers.get("Vary", "")


def test_the_thanks_of_a_draft_are_not_found(client, form_page):
    form_page.unpublish()
    assert client.get(form_page.sent_url).status_code == 404


def test_the_thanks_are_no_search_result(client, form_page):
    assert '<meta name="robots" content="noindex">' in client.get(form_page.sent_url).content.decode()


def test_errors_keep_what_was_typed(client, form_page, answers):
    response = client.post(form_page.url, {**answers, "email": "maria"})
    html = response.content.decode()
    assert response.status_code == 422
    assert FormSubmission.objects.count() == 0
    assert "За трапеза." in html
    assert 'value="maria"' in html
    assert '<option value="Идея" selected>' in html


def test_an_error_is_announced_and_tied_to_its_field(client, form_page, answers):
    html = client.post(form_page.url, {**answers, "email": "maria"}).content.decode()
    summary = html.split('role="alert"')[1].split("</div>")[0]
    assert '<a href="#id_email">' in summary
    field = re.search(r"<input[^>]*id=\"id_email\"[^>]*>", html)[0]
    assert 'aria-invalid="true"' in field
    described = re.search(r'aria-describedby="([^"]*)"', field)[1].split()
    assert described
    assert all(f'id="{one}"' in html for one in described)


def test_hints_are_tied_to_their_fields_without_errors(client, form_page):
    html = client.get(form_page.url).content.decode()
    assert 'aria-describedby="id_email_helptext"' in html
    assert 'id="id_email_helptext"' in html


def test_browsers_may_fill_in_what_they_know(client, form_page):
    html = client.get(form_page.url).content.decode()
    assert 'autocomplete="email"' in html
    assert 'autocomplete="name"' in html


def test_a_required_field_is_named_in_the_readers_language(client, form_page, answers, home_en):
    english = translate(form_page, "en", {"Имейл": "E-mail address"})
    html = client.post(english.url, {**answers, "email": ""}).content.decode()
    assert "E-mail address: This field is required." in html


def test_markup_in_an_answer_is_text(client, form_page, answers):
    html = client.post(form_page.url, {**answers, "email": "", "message": "</textarea><script>alert(1)</script>"})
    assert "<script>alert(1)" not in html.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_store_nothing(client, form_page, method):
    getattr(client, method)(form_page.url)
    assert FormSubmission.objects.count() == 0


def test_a_page_without_a_form_keeps_djangos_protection(home_bg):
    assert Client(enforce_csrf_checks=True).post(home_bg.url, {"x": "1"}).status_code == 403


def test_a_form_needs_no_token(form_page, answers):
    assert Client(enforce_csrf_checks=True).post(form_page.url, answers).status_code == 302


def test_translations_have_the_fields_of_the_original(form_page, home_en):
    english = translate(form_page, "en", {"Имейл": "E-mail address", "Идея<br/>Въпрос": "Idea<br/>Question"})
    assert [field.clean_name for field in english.form_fields.all()] == ["name", "email", "subject", "message"]
    assert [field.field_type for field in english.form_fields.all()] == ["singleline", "email", "dropdown", "multiline"]
    assert english.form_fields.get(clean_name="email").label == "E-mail address"
    assert english.to_address == form_page.to_address


def test_answers_in_all_languages_are_read_together(client, form_page, answers, home_en):
    english = translate(form_page, "en", {"Идея<br/>Въпрос": "Idea<br/>Question"})
    client.post(form_page.url, answers)
    client.post(english.url, {**answers, "subject": "Question"})
    for page in (form_page, english):
        rows = [row.get_data() for row in page.get_submissions().order_by("submit_time")]
        assert [row["page_language"] for row in rows] == ["bg", "en"]
        assert [row["subject"] for row in rows] == ["Идея", "Question"]
