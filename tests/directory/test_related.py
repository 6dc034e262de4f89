"""Which profiles stand below a profile."""

import pytest

from directory.models import Profile
from directory.related import related_to
from tests.directory.factories import ProfileFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def names(profile, language="bg"):
    return [card.title for card in related_to(profile, language)]


def test_most_in_common_comes_first():
    topic = TopicFactory(slug="hlyab")
    mine = ProfileFactory(theme="climate", groups=["youth"], topics=[topic])
    ProfileFactory(name="Тема", theme="climate")
    ProfileFactory(name="Група", groups=["youth"])
    ProfileFactory(name="Етикет", topics=[topic])
    ProfileFactory(name="Всичко", themes=["climate"], groups=["youth"], topics=[topic])
    ProfileFactory(name="Нищо", theme="poverty")

    assert names(mine) == ["Всичко", "Етикет", "Тема", "Група"]


def test_of_equals_the_nearest_comes_first():
    mine = ProfileFactory(theme="climate", place="plovdiv")
    for name, place in (("Варна", "varna"), ("Сопот", "sopot"), ("Никъде", None), ("Пазарджик", "pazardzhik")):
        ProfileFactory(name=name, theme="climate", place=place)

    assert names(mine) == ["Сопот", "Пазарджик", "Варна", "Никъде"]


def test_it_is_no_neighbour_of_itself_nor_are_drafts():
    mine = ProfileFactory(theme="climate")
    ProfileFactory(theme="climate", live=False)

    assert names(mine) == []


def test_a_preview_has_those_of_the_draft(django_assert_num_queries):
    ProfileFactory(name="Климат", theme="climate")
    ProfileFactory(name="Бедност", theme="poverty")
    mine = ProfileFactory(theme="climate")
    mine.theme = ProfileFactory(theme="poverty").theme
    mine.save_revision()

    assert "Бедност" in names(mine.get_latest_revision_as_object())


def test_it_takes_one_query_and_one_for_pictures(django_assert_max_num_queries):
    for _number in range(6):
        ProfileFactory(theme="climate", place="varna")
    mine = Profile.objects.with_facts().first()
    with django_assert_max_num_queries(2):
        assert len(names(mine)) == 4
