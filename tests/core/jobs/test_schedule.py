"""What the foundation does by the clock, and what stays as it was."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail_localize.tasks import ImmediateBackend, background

from core.jobs import names, periodic
from home.models import StandardPage
from tests.core.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def test_a_page_that_is_scheduled_goes_live_when_its_moment_has_come(home_bg, time_machine):
    time_machine.move_to("2026-03-01 12:00+00:00", tick=False)
    page = StandardPageFactory(parent=home_bg, live=False)
    page.go_live_at = timezone.now() + timedelta(minutes=10)
    page.save_revision().publish()
    periodic.run(names.PUBLISH_SCHEDULED)
    assert not StandardPage.objects.get(pk=page.pk).live
    time_machine.shift(timedelta(minutes=11))
    periodic.run(names.PUBLISH_SCHEDULED)
    assert StandardPage.objects.get(pk=page.pk).live


def test_a_page_that_has_expired_is_taken_down(home_bg, time_machine):
    time_machine.move_to("2026-03-01 12:00+00:00", tick=False)
    page = StandardPageFactory(parent=home_bg, expire_at=timezone.now() + timedelta(minutes=10))
    time_machine.shift(timedelta(minutes=11))
    periodic.run(names.PUBLISH_SCHEDULED)
    assert not StandardPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("name", list(periodic.registered()))
def test_every_registered_job_runs_to_its_end(name, home_bg):
    assert periodic.run(name) is True


def test_the_jobs_of_translations_are_done_at_once():
    assert isinstance(background, ImmediateBackend)
