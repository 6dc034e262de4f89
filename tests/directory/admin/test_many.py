"""What is done to many profiles of the listing at once, and the buttons that verify and confirm."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.models import ContentVersion
from directory.models import Entry, Facet, Profile, ProfileFacet
from tests.directory.admin.conftest import latest, url
from tests.directory.factories import ProfileFactory
from tests.members.factories import UserFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def act(client, action, profiles, query="", **data):
    ids = profiles if isinstance(profiles, str) else "&".join(f"id={profile.pk}" for profile in profiles)
    address = reverse("wagtail_bulk_action", args=["directory", "profile", action])
    return client.post(f"{address}?{ids}{query}&next={url('list')}", data)


def test_drafts_are_published_at_once(moderator):
    profiles = [ProfileFactory(live=False) for _number in range(3)]
    assert act(moderator, "publish", profiles[:2]).url == url("list")
    assert set(Entry.objects.filter(language="bg").values_list("profile", flat=True)) == {p.pk for p in profiles[:2]}


def test_what_is_not_complete_is_named_and_the_others_are_published(moderator):
    broken = ProfileFactory(name="Счупен", live=False, website="javascript:x")
    fine = ProfileFactory(live=False)
    act(moderator, "publish", [broken, fine])
    assert list(Profile.objects.live()) == [fine]
    assert "“Счупен”" in moderator.get(url("list")).content.decode()


def test_profiles_are_taken_off_line_at_once(moderator):
    profiles = [ProfileFactory(), ProfileFactory()]
    act(moderator, "unpublish", profiles)
    assert not Entry.objects.exists()
    assert Profile.objects.filter(live=False).count() == 2


def test_verifying_many_counts_those_that_were_not_and_finds_them_at_once(moderator):
    profiles = [ProfileFactory(), ProfileFactory(verified=True)]
    before = ContentVersion.objects.now()
    act(moderator, "verify", profiles)
    assert ProfileFacet.objects.filter(facet=Facet.VERIFIED).count() == 2
    assert ContentVersion.objects.now()[0] == before[0] + 1
    assert ModelLogEntry.objects.filter(action="directory.verify").count() == 1
    act(moderator, "unverify", profiles)
    assert not ProfileFacet.objects.filter(facet=Facet.VERIFIED).exists()


def test_a_topic_reaches_what_readers_see_and_the_draft_and_publishes_nothing_else(moderator):
    topic, profile = TopicFactory(), ProfileFactory(name="Старо")
    profile.name = "Ново"
    profile.save_revision()
    act(moderator, "add_topic", [profile], topic=topic.pk)
    profile = Profile.objects.get()
    assert (profile.name, list(profile.topics.all())) == ("Старо", [topic])
    assert (latest(profile).name, list(latest(profile).topics.all())) == ("Ново", [topic])
    assert ProfileFacet.objects.filter(facet=Facet.TOPIC, value=topic.slug).exists()


def test_a_topic_leaves_a_published_profile_without_unpublished_changes(moderator):
    topic, profile = TopicFactory(), ProfileFactory()
    act(moderator, "add_topic", [profile], topic=topic.pk)
    profile = Profile.objects.get()
    assert not profile.has_unpublished_changes
    assert profile.live_revision == profile.latest_revision


def test_deleted_profiles_leave_their_names_in_the_log(moderator):
    profile = ProfileFactory(name="Ателие")
    act(moderator, "delete", [profile])
    assert not Profile.objects.exists()
    assert ModelLogEntry.objects.filter(action="wagtail.delete", label="Ателие", deleted=True).exists()


def test_all_of_the_listing_are_those_that_it_was_narrowed_to(moderator):
    ProfileFactory(name="Остава")
    ProfileFactory(name="Отива", visibility="unlisted")
    act(moderator, "delete", "id=all", query="&visibility=unlisted")
    assert [profile.name for profile in Profile.objects.all()] == ["Остава"]
    act(moderator, "delete", "id=all", query="&q=няма")
    assert Profile.objects.count() == 1


def test_a_profile_that_somebody_else_locked_stays_as_it_is(moderator):
    locked = ProfileFactory(locked=True, locked_by=UserFactory())
    act(moderator, "unpublish", [locked])
    assert Profile.objects.get().live


@pytest.mark.parametrize("action", ["publish", "unpublish", "verify", "unverify", "add_topic", "delete"])
def test_editors_do_none_of_this(editor, action):
    topic = TopicFactory()
    profiles = [ProfileFactory(live=False), ProfileFactory(verified=True)]
    act(editor, action, profiles, topic=topic.pk)
    assert set(Profile.objects.values_list("live", "verified")) == {(False, False), (True, True)}
    assert not topic.directory_profiletopic_items.exists()


@pytest.mark.parametrize(("group", "happens"), [("Editors", False), ("Translators", False), ("Moderators", True)])
def test_only_moderators_verify_and_confirm(log_in, group, happens):
    profile, client = ProfileFactory(), log_in(group)
    assert (url("state", "verify", profile.pk) in client.get(url("edit", profile.pk)).content.decode()) is happens
    client.post(url("state", "verify", profile.pk))
    client.post(url("state", "confirm", profile.pk))
    profile = Profile.objects.get()
    assert (profile.verified, bool(profile.confirmed_on)) == (happens, happens)


def test_verifying_leaves_the_draft_as_it_is(moderator):
    profile = ProfileFactory(name="Старо")
    profile.name = "Ново"
    profile.save_revision()
    moderator.post(url("state", "verify", profile.pk))
    profile = Profile.objects.get()
    assert (profile.verified, profile.name, latest(profile).name) == (True, "Старо", "Ново")


def test_an_action_that_does_not_exist_is_not_found(moderator):
    assert moderator.post(url("state", "delete", ProfileFactory().pk)).status_code == 404
