"""Profiles that may be one: grouped, told apart, merged."""

import pytest

from core.models import ContentVersion
from directory.duplicates import groups
from directory.merging import NotMergeable, differences, merge_profiles
from directory.models import Entry, FormerSlug, NotSame, Profile, ProfileLink, ProfileText
from directory.signals import profiles_merged
from tests.directory.factories import ProfileFactory, term
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def found():
    return [([profile.name for profile in group.profiles], group.likely) for group in groups()]


def test_names_that_differ_in_script_capitals_and_spaces_are_possibly_the_same():
    for name in ("Хляб назаем", "ХЛЯБ  НАЗАЕМ", "Hlyab-nazaem", "Друго"):
        ProfileFactory(name=name)
    assert found() == [(["Хляб назаем", "ХЛЯБ  НАЗАЕМ", "Hlyab-nazaem"], False)]


def test_the_same_name_in_the_same_place_is_likely_the_same_and_stands_first():
    for name in ("Азбука", "Азбука", "Яна", "Яна"):
        ProfileFactory(name=name, latitude=42.1, longitude=24.7 if name == "Яна" else 24.7 + Profile.objects.count())
    assert found() == [(["Яна", "Яна"], True), (["Азбука", "Азбука"], False)]


def test_those_that_somebody_told_apart_are_no_group():
    profiles = [ProfileFactory(name="Хляб") for _number in range(3)]
    NotSame.objects.note(profiles[:2])
    assert [names for names, _likely in found()] == [["Хляб"] * 3]
    NotSame.objects.note(profiles)
    assert found() == []


def test_groups_ask_a_fixed_number_of_questions(django_assert_num_queries):
    for number in range(6):
        ProfileFactory(name=f"Хляб {number % 3}")
    with django_assert_num_queries(3):
        assert len(groups()) == 3


def test_what_only_one_says_is_no_difference():
    first = ProfileFactory(name="Хляб", website="https://a.example.org", texts={"bg": "Едно."})
    second = ProfileFactory(
        name="Хляб", website="https://b.example.org", founded=2020, texts={"bg": "Друго.", "en": "x"}
    )
    assert [difference.key for difference in differences(first, second)] == ["website", ("bg", "summary")]


@pytest.fixture
def pair():
    """(stays, goes): two profiles that differ in everything that can be united or chosen."""
    stays = ProfileFactory(
        name="Хляб", theme="climate", groups=["youth"], texts={"bg": "Едно."}, website="https://a.example.org"
    )
    goes = ProfileFactory(
        name="Hlyab",
        slug="hlyab-2",
        theme="poverty",
        groups=["homeless"],
        texts={"bg": "Друго.", "en": "Bread."},
        website="https://b.example.org",
        founded=2020,
        topics=[TopicFactory(slug="hrana")],
        verified=True,
        place="plovdiv",
    )
    goes.links.add(ProfileLink(url="https://social.example.org/x"))
    goes.save()
    return stays, goes


def test_a_merge_takes_what_was_chosen_and_unites_the_rest(pair):
    stays, goes = pair
    merge_profiles(stays=stays, goes=goes, user=None, taken=["website"])
    profile = Profile.objects.get()
    assert (profile.name, profile.website, profile.founded) == ("Хляб", "https://b.example.org", 2020)
    assert {text.language: text.summary for text in profile.texts.all()} == {"bg": "Едно.", "en": "Bread."}
    assert profile.theme == term("themes", "climate")
    assert list(profile.other_themes.all()) == [term("themes", "poverty")]
    assert {group.slug for group in profile.target_groups.all()} == {"youth", "homeless"}
    assert [topic.slug for topic in profile.topics.all()] == ["hrana"]
    assert [link.url for link in profile.links.all()] == ["https://social.example.org/x"]
    assert (profile.verified, profile.place.slug) == (True, "plovdiv")


def test_readers_who_know_the_other_addresses_find_the_one_that_stays(pair):
    stays, goes = pair
    FormerSlug.objects.create(slug="oshte-po-staro", profile=goes)
    merge_profiles(stays=stays, goes=goes, user=None)
    assert {former.slug for former in stays.former_slugs.all()} == {"hlyab-2", "oshte-po-staro"}


def test_lists_have_the_one_and_know_at_once(pair):
    stays, goes = pair
    before = ContentVersion.objects.now()[0]
    merge_profiles(stays=stays, goes=goes, user=None)
    assert {entry.profile_id for entry in Entry.objects.all()} == {stays.pk}
    assert ContentVersion.objects.now()[0] == before + 1


def test_what_was_before_the_merge_is_in_the_history_of_the_one_that_stays(pair):
    stays, goes = pair
    earlier = stays.latest_revision
    merge_profiles(stays=stays, goes=goes, user=None)
    earlier.publish()
    profile = Profile.objects.get()
    assert (profile.founded, profile.place) == (None, None)


def test_other_parts_move_what_points_at_the_one_that_goes(pair):
    stays, goes = pair
    heard = []

    def listen(sender, stays, goes, **signal):
        heard.append((stays.pk, goes.pk, Profile.objects.filter(pk=goes.pk).exists()))

    profiles_merged.connect(listen)
    merge_profiles(stays=stays, goes=goes, user=None)
    profiles_merged.disconnect(listen)
    assert heard == [(stays.pk, goes.pk, True)]


def test_a_merge_that_fails_half_way_changes_nothing(pair):
    stays, goes = pair

    def refuse(**signal):
        raise RuntimeError

    profiles_merged.connect(refuse)
    with pytest.raises(RuntimeError):
        merge_profiles(stays=stays, goes=goes, user=None)
    profiles_merged.disconnect(refuse)
    assert Profile.objects.count() == 2
    assert Profile.objects.get(pk=stays.pk).founded is None


def test_a_draft_into_which_a_live_profile_goes_is_live():
    stays, goes = ProfileFactory(name="Хляб", live=False), ProfileFactory(name="Хляб")
    merge_profiles(stays=stays, goes=goes, user=None)
    profile = Profile.objects.get()
    assert profile.live
    assert profile.first_published_at == goes.first_published_at


def test_a_profile_is_not_merged_into_itself():
    profile = ProfileFactory()
    with pytest.raises(NotMergeable):
        merge_profiles(stays=profile, goes=profile, user=None)


def test_a_name_in_another_language_finds_its_place():
    stays = ProfileFactory(name="Хляб", texts={"bg": "Едно."})
    goes = ProfileFactory(name="Bread", original_language="en", texts={"en": "Bread."})
    merge_profiles(stays=stays, goes=goes, user=None)
    profile = Profile.objects.get()
    assert (profile.name_in("bg"), profile.name_in("en")) == (("Хляб", "bg"), ("Bread", "en"))
    assert ProfileText.objects.count() == 2
