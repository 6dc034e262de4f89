"""What editors read, export and how long it is kept."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission


@pytest.fixture
def admin(client, db):
    client.force_login(get_user_model().objects.create_superuser(email="editor@example.org", password="secret"))


def submission(page, *, days=0, **answers):
    row = FormSubmission.objects.create(page=page, form_data={"message": "Идея", "page_language": "bg", **answers})
    FormSubmission.objects.filter(pk=row.pk).update(submit_time=timezone.now() - timedelta(days=days))
    return row


def test_editors_see_what_was_sent(client, form_page, admin):
    submission(form_page, message="Имам идея.")
    html = client.get(reverse("wagtailforms:list_submissions", args=[form_page.pk])).content.decode()
    assert "Имам идея." in html
    assert "Вашето име" in html


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_an_export_contains_no_formula(client, form_page, admin, formula):
    submission(form_page, message=formula)
    address = reverse("wagtailforms:list_submissions", args=[form_page.pk])
    csv = b"".join(client.get(address, {"export": "csv"}).streaming_content).decode()
    assert f"'{formula}" in csv


def test_old_submissions_are_purged_and_newer_ones_kept(form_page, capsys):
    submission(form_page, days=366)
    kept = submission(form_page, days=364)
    call_command("purge_form_submissions", days=365)
    assert list(FormSubmission.objects.all()) == [kept]
    assert capsys.readouterr().out.strip() == "1 deleted"


def test_nothing_is_purged_by_a_nonsensical_number_of_days(form_page):
    submission(form_page)
    with pytest.raises(CommandError):
        call_command("purge_form_submissions", days=0)
    assert FormSubmission.objects.count() == 1


def test_deleting_the_page_deletes_what_was_sent(form_page):
    submission(form_page)
    form_page.delete()
    assert FormSubmission.objects.count() == 0
