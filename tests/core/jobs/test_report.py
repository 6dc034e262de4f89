"""Administrators and moderators see how the background work is doing, and decide about what was given up."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from core.jobs import names
from core.models import Job, PeriodicJob
from members.models import User
from members.services import set_language

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/background-work/"


def log_in(client, *groups):
    user = User.objects.create_user("person@example.org", "secret", name="Person")
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)
    return user


@pytest.fixture
def failed_job():
    return Job.objects.create(
        task="tests.core.jobs.tasks.fail",
        args=["<b>7</b>"],
        queue="default",
        state=Job.State.FAILED,
        attempts=5,
        error="RuntimeError: No.\n\nTraceback …",
    )


def test_an_administrator_sees_what_was_given_up_and_why(admin_client, failed_job):
    page = admin_client.get(REPORT).content.decode()
    assert "RuntimeError: No." in page
    assert "&lt;b&gt;7&lt;/b&gt;" in page
    assert reverse("core_jobs:try_again", args=[failed_job.pk]) in page


def test_a_moderator_sees_it_too_and_finds_it_in_the_menu(client, failed_job):
    log_in(client, "Moderators")
    assert "RuntimeError: No." in client.get(REPORT).content.decode()
    assert REPORT in client.get("/admin/").content.decode()


def test_an_editor_neither_sees_nor_decides(client, failed_job):
    log_in(client, "Editors")
    assert client.get(REPORT).status_code == 302
    assert REPORT not in client.get("/admin/").content.decode()
    for action in ("try_again", "remove"):
        client.post(reverse(f"core_jobs:{action}", args=[failed_job.pk]))
    failed_job.refresh_from_db()
    assert failed_job.state == Job.State.FAILED


def test_who_may_only_look_gets_no_buttons(client, failed_job):
    user = log_in(client, "Editors")
    user.user_permissions.add(Permission.objects.get(codename="view_job"))
    page = client.get(REPORT).content.decode()
    assert "RuntimeError: No." in page
    assert reverse("core_jobs:try_again", args=[failed_job.pk]) not in page


def test_a_job_is_tried_again_from_the_beginning(admin_client, failed_job, runner, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("core_jobs:try_again", args=[failed_job.pk]))
    assert [job.pk for job in runner.jobs] == [failed_job.pk]
    failed_job.refresh_from_db()
    assert (failed_job.state, failed_job.attempts) == (Job.State.WAITING, 0)


def test_a_job_is_removed(admin_client, failed_job):
    admin_client.post(reverse("core_jobs:remove", args=[failed_job.pk]))
    assert not Job.objects.exists()


@pytest.mark.parametrize("action", ["try_again", "remove"])
def test_looking_at_an_address_decides_nothing(action, admin_client, failed_job):
    assert admin_client.get(reverse(f"core_jobs:{action}", args=[failed_job.pk])).status_code == 405
    assert Job.objects.failed().count() == 1


@pytest.mark.parametrize("action", ["try_again", "remove"])
def test_a_job_that_is_in_hand_again_is_left_alone(action, admin_client, failed_job):
    later = timezone.now() + timedelta(minutes=5)
    Job.objects.update(state=Job.State.RUNNING, leased_until=later)
    admin_client.post(reverse(f"core_jobs:{action}", args=[failed_job.pk]))
    failed_job.refresh_from_db()
    assert failed_job.state == Job.State.RUNNING


def test_the_report_says_that_workers_are_missing_and_that_they_are_back(admin_client, admin_user):
    set_language(user=admin_user, language="en")
    missing = "Scheduled pages are not published until the workers are back"
    assert missing in admin_client.get(REPORT).content.decode()
    PeriodicJob.objects.create(name=names.SWEEP, started_at=timezone.now())
    assert missing not in admin_client.get(REPORT).content.decode()
