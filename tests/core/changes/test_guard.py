"""What hangs on a change commits with it or not at all, wherever Wagtail changes something."""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.changes.version import content_version
from home.models import StandardPage
from tests.core.factories import StandardPageFactory
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


class Refused(Exception):
    """What hangs on a change failed."""


@pytest.fixture
def refuse():
    """Lets a receiver raise: `refuse(signal)`."""
    connected = []

    def receiver(**signal):
        raise Refused

    def refuse(signal):
        signal.connect(receiver, weak=False)
        connected.append(signal)

    yield refuse
    for signal in connected:
        signal.disconnect(receiver)


@pytest.fixture
def page(home_bg):
    page = StandardPageFactory(parent=home_bg, title="Преди", slug="predi")
    page.title = "След"
    page.save_revision()
    return StandardPage.objects.get(pk=page.pk)


def publish(page):
    page.get_latest_revision().publish()


def publish_by_the_clock(page):
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - HOUR
    revision.save()
    call_command("publish_scheduled")


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    call_command("publish_scheduled")


def move(page):
    page.move(StandardPageFactory(parent=page.get_parent().specific), "last-child")


def copy(page):
    page.copy(update_attrs={"title": "Копие", "slug": "kopie"})


@pytest.mark.parametrize(
    ("change", "signal"),
    [
        (publish, page_published),
        (publish_by_the_clock, page_published),
        (lambda page: page.unpublish(), page_unpublished),
        (expire, page_unpublished),
        (lambda page: page.delete(), page_unpublished),
        (move, post_page_move),
        (copy, page_published),
    ],
    ids=["publish", "publish by the clock", "unpublish", "expire", "delete", "move", "copy"],
)
def test_a_change_whose_follower_fails_did_not_happen(page, refuse, change, signal):
    refuse(signal)
    facts = ("pk", "title", "live", "expired", "url_path", "path")
    before = list(StandardPage.objects.filter(slug__in=["predi", "kopie"]).values_list(*facts))

    with pytest.raises(Refused):
        change(page)

    assert list(StandardPage.objects.filter(slug__in=["predi", "kopie"]).values_list(*facts)) == before


@pytest.fixture
def editor():
    return UserFactory(is_superuser=True)


def test_what_an_editor_sends_is_one_change(page, refuse, editor, client):
    client.force_login(editor)
    client.raise_request_exception = False
    refuse(page_unpublished)
    before = content_version()

    response = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    page.refresh_from_db()
    assert (response.status_code, page.live, content_version()) == (500, True, before)


def test_a_change_in_the_admin_still_needs_its_token(page, editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    response = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    page.refresh_from_db()
    assert (response.status_code, page.live) == (403, True)


def test_a_change_in_the_admin_needs_a_login(page, client):
    response = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    page.refresh_from_db()
    assert (response.status_code, page.live) == (302, True)
