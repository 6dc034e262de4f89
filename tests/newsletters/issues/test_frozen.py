"""Whoever opens the editor of an issue that is frozen is told so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mailing import services as mailing
from mailing.models import Mailing
from newsletters.issues import services
from tests.core.factories import translate
from tests.members.factories import UserFactory
from tests.newsletters.factories import SubscriptionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def scheduled(news, compose):
    page = compose(title="Новини")
    translate(page, "en", {"Новини": "News", "{{ greeting }} Ето новините.": "{{ greeting }} News."}, live=False)
    SubscriptionFactory(mailing_list=news)
    services.schedule(page.translation_key, send_at=timezone.now() + timedelta(days=1))
    return page


def told(client, page, group="Moderators"):
    client.force_login(UserFactory(group=group, language="en"))
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    return text, reverse("newsletters_send", args=[page.translation_key])


def test_a_scheduled_issue_leads_to_where_it_is_taken_back_in_each_language(client, scheduled):
    for page in (scheduled, scheduled.get_translations().get()):
        text, way = told(client, page)
        assert "This issue is scheduled for" in text
        assert "Back to draft …" in text
        assert way in text


def test_who_may_not_send_is_told_without_a_way(client, scheduled):
    text, way = told(client, scheduled, group="Editors")
    assert "This issue is scheduled for" in text
    assert way not in text


@pytest.mark.parametrize(
    ("state", "said"), [("paused", "has been sent, or is just leaving"), ("cancelled", "was cancelled")]
)
def test_what_cannot_be_taken_back_says_so(client, scheduled, state, said):
    over = timezone.now() if state == "cancelled" else None
    Mailing.objects.update(state=state, finished_at=over)
    text, _way = told(client, scheduled)
    assert said in text
    assert "Back to draft" not in text


def test_a_draft_and_one_that_was_taken_back_say_nothing(client, scheduled, compose):
    mailing.unschedule_mailing(Mailing.objects.get())
    for page in (scheduled, compose()):
        assert "This issue" not in told(client, page)[0]
