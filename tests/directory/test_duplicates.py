import pytest

from directory.duplicates import duplicate_groups, repeated_names
from tests.directory.factories import ProfileFactory

pytestmark = pytest.mark.django_db


def test_the_same_name_is_one_group_and_what_lies_near_is_likely(django_assert_num_queries):
    near = [ProfileFactory(name=name, latitude=42.7, longitude=23.3) for name in ("Хляб назаем", "хляб НАЗАЕМ!")]
    far = ProfileFactory(name="Hlyab nazaem", latitude=43.2, longitude=27.9)
    ProfileFactory(name="Друго", latitude=42.7, longitude=23.3)
    with django_assert_num_queries(9):
        group = duplicate_groups()[0]
    assert list(repeated_names()) == [("hlyabnazaem", 3)]
    assert set(group.profiles) == {*near, far}
    assert group.likely == {profile.pk for profile in near}


def test_a_page_of_groups_can_be_asked_for():
    for name in ("А", "А", "Б", "Б"):
        ProfileFactory(name=name)
    assert [group.folded_name for group in duplicate_groups(["b"])] == ["b"]
