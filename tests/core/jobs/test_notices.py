"""Editors see on the dashboard that nobody does the background work."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.jobs.names import SWEEP
from core.models import PeriodicJob
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db
SILENCE = "Насрочените страници няма да се публикуват"


@pytest.fixture
def dashboard(client, site):
    client.force_login(UserFactory(group="Editors", language="bg"))
    return lambda: client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_site_without_workers_says_so(dashboard):
    assert SILENCE in dashboard()


def test_it_says_since_when(dashboard, time_machine):
    PeriodicJob.objects.update_or_create(name=SWEEP, defaults={"started_at": timezone.now()})
    time_machine.move_to(timezone.now() + timedelta(hours=1))
    assert "Никой не е вършил фонова работа от" in dashboard()


def test_a_site_with_workers_says_nothing(dashboard):
    PeriodicJob.objects.update_or_create(name=SWEEP, defaults={"started_at": timezone.now()})
    assert SILENCE not in dashboard()
