"""The contract of the directory's selector: what is found, in which order, and how it is counted.

It holds whether search answers or, where it doesn't, the database alone.
"""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.filters import Filters
from directory.models import Facet
from directory.selectors import facet_counts, found, theme_counts
from search.engines.current import embedded_engine
from search.mirror import exact_mirror
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, params=["search", "database"])
def answering(request, engine, db):
    if request.param == "search":
        followed()


def look(query="", language="bg"):
    if embedded_engine().exists:
        followed()
        assert exact_mirror()
    return Filters.parse(QueryDict(query), language)


def names(query="", language="bg"):
    return [entry.name for entry in found(look(query, language))]


def test_values_of_one_facet_widen_and_facets_narrow():
    ProfileFactory(name="А", theme="climate", stage="idea")
    ProfileFactory(name="Б", theme="poverty", stage="idea")
    ProfileFactory(name="В", theme="poverty", stage="pilot")
    assert names("theme=climate&theme=poverty") == ["А", "Б", "В"]
    assert names("theme=climate&theme=poverty&stage=idea") == ["А", "Б"]


def test_each_facet_is_counted_without_its_own_choice():
    ProfileFactory(theme="climate", stage="idea")
    ProfileFactory(theme="poverty", stage="idea")
    ProfileFactory(theme="poverty", stage="pilot")
    counts = facet_counts(look("theme=poverty&stage=idea"))
    assert counts[Facet.THEME] == {"climate": 1, "poverty": 1}
    assert counts[Facet.STAGE] == {"idea": 1, "pilot": 1}
    assert counts[Facet.LANGUAGE] == {"bg": 1}


def test_a_profile_counts_once_under_each_of_its_values():
    ProfileFactory(theme="climate", themes=["poverty"], groups=["youth", "homeless"])
    counts = facet_counts(look())
    assert counts[Facet.THEME] == {"climate": 1, "poverty": 1}
    assert counts[Facet.TARGET_GROUP] == {"youth": 1, "homeless": 1}


def test_the_cloth_has_each_profile_once_under_its_main_theme():
    ProfileFactory(theme="climate", themes=["poverty"])
    ProfileFactory(theme=None)
    assert theme_counts(look()) == {"climate": 1, "": 1}


def test_what_nothing_has_finds_nothing():
    ProfileFactory(theme="climate")
    assert names("topic=nobody-ever") == []
    assert names("near=atlantis") == []


def test_names_are_found_in_both_scripts_in_any_language_and_in_part():
    ProfileFactory(name="Хляб назаем")
    assert names("q=хляб") == names("q=Hlyab") == names("q=НАЗАЕМ+хля") == ["Хляб назаем"]
    assert names("q=hlyab", "en") == ["Хляб назаем"]
    assert names("q=сирене") == []


def test_a_part_of_a_name_is_enough():
    ProfileFactory(name="Хляб назаем")
    assert names("q=ля+аза") == names("q=lyab") == ["Хляб назаем"]


def test_names_stand_in_bulgarian_order():
    for name in ("Яна", "Zebra", "Ъгъл", "100 врати", "азбука", "Йога"):
        ProfileFactory(name=name)
    assert names() == ["100 врати", "азбука", "Йога", "Ъгъл", "Яна", "Zebra"]


def test_the_newest_come_first_when_asked():
    for name in "АБВ":
        ProfileFactory(name=name)
    assert names("sort=newest") == ["В", "Б", "А"]


def test_drafts_and_unlisted_profiles_are_in_no_list_and_no_count():
    ProfileFactory(live=False, theme="climate")
    ProfileFactory(visibility="unlisted", theme="climate")
    assert names() == [] == names(language="en")
    assert facet_counts(look()) == {facet: {} for facet in Facet}


def test_an_unpublished_profile_leaves_lists_and_counts_at_once():
    profile = ProfileFactory(theme="climate")
    profile.unpublish()
    assert names() == []
    assert theme_counts(look()) == {}


def test_changes_of_a_draft_are_not_found_before_they_are_published():
    profile = ProfileFactory(name="Старо", theme="climate")
    profile.name = "Ново"
    revision = profile.save_revision()
    assert names() == ["Старо"]
    revision.publish()
    assert names() == ["Ново"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["q", "theme", "near", "sort", "view", "region", "x"]), st.text(max_size=300)))
def test_no_query_is_an_error(given_query):
    query = QueryDict(mutable=True)
    query.update(given_query)
    filters = look(query.urlencode())
    assert list(found(filters)) == []
    assert all(values == {} for values in facet_counts(filters).values())
    assert Filters.parse(QueryDict(filters.query()), "bg") == filters
