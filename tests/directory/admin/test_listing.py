"""The listing of profiles: found, narrowed, sorted, in a fixed number of queries."""

import pytest

from directory.models import Profile
from taxonomy.models import Place, PlaceKind
from tests.directory.admin.conftest import url
from tests.directory.factories import ProfileFactory, term
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(editor):
    """`listed(theme=3)`: the names that the listing shows for these filters."""

    def listed(**query):
        response = editor.get(url("list"), query)
        assert response.status_code == 200
        return [profile.name for profile in response.context["object_list"]]

    return listed


def test_profiles_stand_in_bulgarian_order_and_are_found_by_name_in_any_language(listed):
    for name in ("Яна", "Zebra", "Ъгъл"):
        ProfileFactory(name=name)
    bread = ProfileFactory(name="Хляб", texts={"bg": "a", "en": "b"})
    bread.texts.filter(language="en").update(name="Bread")
    bread = Profile.objects.get(pk=bread.pk)
    bread.save()
    assert listed() == ["Хляб", "Ъгъл", "Яна", "Zebra"]
    assert listed(q="BREA") == listed(q="хляб") == ["Хляб"]


def test_states_can_be_chosen(listed):
    ProfileFactory(name="Жив")
    ProfileFactory(name="Чернова", live=False)
    changed = ProfileFactory(name="Променен")
    changed.save_revision()
    assert listed(state="live") == ["Жив", "Променен"]
    assert listed(state="draft") == ["Чернова"]
    assert listed(state="changed") == ["Променен"]


def test_the_words_of_vocabularies_narrow_the_listing(listed):
    ProfileFactory(name="А", theme="climate", stage="idea", groups=["youth"])
    ProfileFactory(name="Б", theme="poverty", themes=["climate"])
    assert listed(theme=term("themes", "climate").pk) == ["А", "Б"]
    assert listed(stage=term("stages", "idea").pk) == ["А"]
    assert listed(group=term("target_groups", "youth").pk) == ["А"]


def test_a_province_and_a_country_have_what_lies_in_them(listed):
    ProfileFactory(name="В града", place="plovdiv")
    province = Place.objects.get(kind=PlaceKind.PROVINCE, slug="plovdiv")
    ProfileFactory(name="В областта", place=province)
    ProfileFactory(name="Другаде", place="varna")
    assert listed(province=province.pk) == ["В града", "В областта"]
    assert listed(country=province.parent_id) == ["В града", "В областта", "Другаде"]


def test_what_is_missing_in_a_language_can_be_asked_for(listed):
    ProfileFactory(name="И двата", texts={"bg": "a", "en": "b"})
    ProfileFactory(name="Само име", texts={"bg": "a"})
    assert listed(missing="en") == ["Само име"]


def test_topics_verification_visibility_and_demonstration_can_be_asked_for(listed):
    topic = TopicFactory()
    ProfileFactory(name="А", topics=[topic], verified=True)
    ProfileFactory(name="Б", visibility="unlisted", is_demonstration=True)
    assert listed(topic=topic.pk) == listed(verified="yes") == listed(demonstration="no") == ["А"]
    assert listed(visibility="unlisted") == ["Б"]


def test_a_row_says_state_languages_and_place_in_the_language_of_the_editor(log_in):
    ProfileFactory(name="Ателие", place="plovdiv", texts={"bg": "a", "en": "b"})
    html = log_in("Editors", "bg").get(url("list")).content.decode()
    for words in ("Публикуван", "Български, английски", "Пловдив"):
        assert words in html


def test_the_listing_asks_as_many_questions_however_many_profiles_there_are(editor, django_assert_max_num_queries):
    ProfileFactory(place="plovdiv", theme="climate", kind="association")
    editor.get(url("list"))
    with django_assert_max_num_queries(35) as few:
        editor.get(url("list"))
    most = len(few.captured_queries)
    for _number in range(12):
        ProfileFactory(place="plovdiv", theme="climate", kind="association", texts={"bg": "a", "en": "b"})
    editor.get(url("list"))  # what the site remembers is built anew after each change
    with django_assert_max_num_queries(most):
        editor.get(url("list"))
