"""The search documents of profiles follow what readers may see of them."""

import pytest

from core.models import ContentVersion
from directory.many import add_topic, delete_all, publish_drafts, unpublish_all
from directory.merging import merge_profiles
from directory.models import Visibility
from search.analysis import document_streams
from search.models import SearchDocument, Tombstone
from tests.directory.factories import ProfileFactory
from tests.members.factories import UserFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def documents(profile):
    found = SearchDocument.objects.filter(kind="profile", object_id=str(profile.pk))
    return {document.site_language: document for document in found}


@pytest.fixture
def profile():
    return ProfileFactory(
        name="Хлебна къща",
        texts={"bg": "Учим на занаят.", "de": "Wir backen."},
        theme="climate",
        place="plovdiv",
        topics=["hlyab"],
    )


def test_a_listed_profile_has_a_document_in_each_language(profile):
    found = documents(profile)
    assert set(found) == {"bg", "en"}
    assert (found["en"].text_language, found["en"].summary) == ("bg", "Учим на занаят.")
    assert [found[code].url for code in ("bg", "en")] == [f"/{code}/directory/{profile.slug}/" for code in ("bg", "en")]
    facets = found["bg"].facets
    assert {name: facets[name] for name in ("kind", "theme", "place", "country", "topic", "spoken")} == {
        "kind": ["profile"],
        "theme": ["climate"],
        "place": ["plovdiv"],
        "country": ["bg"],
        "topic": ["hlyab"],
        "spoken": ["bg", "de"],
    }
    (backen,) = document_streams(language="de", title="backen")["title"]
    assert backen in found["bg"].streams["others"].split()


def test_drafts_and_unlisted_profiles_have_none(profile):
    assert documents(ProfileFactory(live=False)) == {}
    profile.visibility = Visibility.UNLISTED
    profile.save_revision().publish()
    assert documents(profile) == {}


def test_taking_down_and_deleting_leave_tombstones(profile):
    other = ProfileFactory()
    ids = {document.pk for one in (profile, other) for document in documents(one).values()}
    unpublish_all(profiles=[profile], user=None)
    delete_all(profiles=[other], user=UserFactory())
    assert documents(profile) == documents(other) == {}
    assert set(Tombstone.objects.values_list("document_id", flat=True)) == ids


def test_what_is_done_to_many_is_one_change(profile):
    others = [ProfileFactory(live=False) for _time in range(3)]
    publish_drafts(profiles=others, user=UserFactory())
    add_topic(profiles=[profile, *others], topic=TopicFactory(slug="trud", name="Труд"), user=UserFactory())
    for one in (profile, *others):
        document = documents(one)["bg"]
        assert "trud" in document.facets["topic"]
        assert document.version == ContentVersion.objects.number()


def test_a_merged_profile_is_gone_and_the_other_says_what_both_did(profile):
    other = ProfileFactory(texts={"en": "A bakery for all."})
    merge_profiles(stays=profile, goes=other, user=UserFactory())
    assert documents(other) == {}
    assert documents(profile)["en"].summary == "A bakery for all."


def test_a_place_called_otherwise_is_found_so(profile):
    before = documents(profile)["bg"].streams["labels"]
    place = profile.place
    place.labels = {"bg": "Филибе", "en": "Philippopolis"}
    place.save()
    assert documents(profile)["bg"].streams["labels"] != before
