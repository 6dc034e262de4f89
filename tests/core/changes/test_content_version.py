"""The content version goes up with whatever readers may see, in the transaction that changes it."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Comment

from core.changes.transactions import at_the_end, content_changed, one_change
from core.changes.version import content_version, reading_once
from core.models import ContentVersion, SiteSettings
from members.models import User
from tests.core.factories import StandardPageFactory, restrict, translate
from tests.images.factories import ImageFactory
from tests.members.factories import UserFactory
from tests.people.factories import PersonFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db

COUNTING = 'UPDATE "core_contentversion"'


def publish(page):
    page.title = "Ново заглавие"
    page.save_revision().publish()


CHANGES = {
    "publishing": publish,
    "unpublishing": lambda page: page.unpublish(),
    "deleting": lambda page: page.delete(),
    "moving": lambda page: page.move(page.get_siblings().exclude(pk=page.pk).first(), "last-child"),
    "restricting": lambda page: restrict(page),
    "translating": lambda page: translate(page, "en"),
    "a setting": lambda page: SiteSettings.objects.get(language="en").save(),
    "a person": lambda page: PersonFactory(),
    "a topic": lambda page: TopicFactory(),
    "a picture": lambda page: ImageFactory(),
}


@pytest.fixture
def page(home_bg, home_en):
    StandardPageFactory(parent=home_bg)
    return StandardPageFactory(parent=home_bg)


@pytest.mark.parametrize("name", CHANGES)
def test_what_readers_see_counts(page, name):
    before = content_version()
    CHANGES[name](page)
    assert content_version() != before


def save_draft(page):
    page.title = "Още не"
    page.save_revision(clean=False)


def log_in(page):
    User.objects.filter(pk=UserFactory().pk).first().save(update_fields=["last_login"])
    Session.objects.create(session_key="a", session_data="", expire_date=timezone.now())


def comment(page):
    Comment.objects.create(page=page, user=UserFactory(), text="?", contentpath="title")


@pytest.mark.parametrize("hidden", [save_draft, log_in, comment])
def test_what_readers_do_not_see_does_not_count(page, hidden):
    before = content_version()
    hidden(page)
    assert content_version() == before


def test_a_change_is_counted_once_and_last(page):
    number = ContentVersion.objects.now()[0]
    with CaptureQueriesContext(connection) as captured, one_change():
        for _time in range(3):
            page.save()

    counting = [place for place, query in enumerate(captured) if query["sql"].startswith(COUNTING)]
    assert ContentVersion.objects.now()[0] == number + 1
    assert len(counting) == 1
    written = [query["sql"] for query in captured.captured_queries[counting[0] + 1 :] if "SELECT" not in query["sql"]]
    assert all("SAVEPOINT" in query or "search_searchdocument" in query for query in written)


def test_what_is_left_to_the_end_is_done_once_under_the_number_that_the_change_gets(page):
    done = []

    def finish(number, items):
        done.append((number, items, ContentVersion.objects.number()))

    with one_change():
        at_the_end(finish, ["a"])
        with one_change():
            at_the_end(finish, ["b", "a"])
        assert done == []
    number = ContentVersion.objects.number()
    assert done == [(number, ["a", "b"], number)]
    at_the_end(finish, ["c"])
    assert done[1:] == [(number + 1, ["c"], number + 1)]


def give_up(page):
    with one_change():
        page.save()
        raise RuntimeError


def test_what_is_rolled_back_was_never_counted(page):
    before = content_version()
    with pytest.raises(RuntimeError):
        give_up(page)
    assert content_version() == before


def test_what_a_change_within_a_change_gave_up_is_not_lost_for_the_outer_one(page):
    before = content_version()
    with one_change():
        with pytest.raises(RuntimeError):
            give_up(page)
        SiteSettings.objects.get(language="bg").save()
    assert content_version() != before


def test_a_database_restored_from_a_copy_never_counts_the_same_version_for_something_else():
    number, _stamp = ContentVersion.objects.now()
    versions = set()
    for _time in range(3):
        content_changed()
        versions.add(content_version())
        ContentVersion.objects.update(number=number)
    assert len(versions) == 3


def test_a_request_asks_once_and_sees_its_own_changes(django_assert_num_queries):
    with reading_once():
        with django_assert_num_queries(1):
            assert content_version() == content_version()
        before = content_version()
        content_changed()
        assert content_version() != before


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_count_becomes_visible_with_the_change(page):
    before = content_version()
    with transaction.atomic():
        with one_change():
            page.save()
        transaction.set_rollback(True)
    assert content_version() == before
