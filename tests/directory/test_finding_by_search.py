"""What search adds to the directory's selector, and that it never answers for anything else than what is published."""

import pytest
from django.http import QueryDict

from core.changes.transactions import content_changed
from directory.filters import Filters, Sort
from directory.models import Facet, Profile
from directory.selectors import best_first, facet_counts, found, theme_counts
from search.models import SearchDocument
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engine")]


def look(query, language="bg"):
    return Filters.parse(QueryDict(query), language)


def names(query, language="bg"):
    return {entry.name for entry in found(look(query, language))}


def best(query, language="bg"):
    """Names, best first, and those of the weak matches."""
    pairs = best_first(look(query, language))
    called = dict(Profile.objects.values_list("pk", "name"))
    return [called[pk] for pk, _weak in pairs], {called[pk] for pk, weak in pairs if weak}


@pytest.fixture
def bakers(engine):
    ProfileFactory(name="Фурна", texts={"bg": "Младежи учат занаят."}, theme="climate", place="plovdiv")
    ProfileFactory(name="Занаят", texts={"bg": "За всички.", "en": "Pottery."}, theme="poverty", place="varna")
    ProfileFactory(name="Мелница", texts={"bg": "Младежите пекат хляб."}, theme="climate", place="varna")
    followed()


@pytest.mark.usefixtures("bakers")
def test_what_profiles_say_is_found_in_any_form_script_and_language():
    assert names("q=занаятите") == names("q=zanayati") == {"Фурна", "Занаят"}
    assert names("q=pottery", "en") == names("q=pottery") == {"Занаят"}


@pytest.mark.usefixtures("bakers")
def test_the_best_come_first_and_weaker_ones_behind_them():
    assert look("q=занаят").order == Sort.BEST
    assert best("q=занаят") == (["Занаят", "Фурна"], set())
    ordered, weak = best("q=младежи+занаят")
    assert ordered[0] == "Фурна"
    assert weak == {"Занаят", "Мелница"}


@pytest.mark.usefixtures("bakers")
def test_weaker_ones_count_only_where_the_best_come_first():
    assert theme_counts(look("q=младежи+занаят")) == {"climate": 2, "poverty": 1}
    assert facet_counts(look("q=младежи+занаят"))[Facet.REGION] == {"plovdiv": 1, "varna": 2}
    assert theme_counts(look("q=младежи+занаят&sort=name")) == {"climate": 1}
    assert names("q=младежи+занаят&sort=newest") == {"Фурна"}


@pytest.mark.usefixtures("bakers")
def test_a_text_is_narrowed_like_everything_else():
    assert best("q=занаят&theme=climate") == (["Фурна"], set())
    assert facet_counts(look("q=занаят&theme=climate"))[Facet.THEME] == {"climate": 1, "poverty": 1}
    assert names("q=занаят&near=varna") == {"Занаят"}
    assert look("q=занаят&near=varna").order == Sort.NEAREST


@pytest.mark.usefixtures("bakers")
def test_a_mistake_is_put_right_unless_it_stands_in_a_name_or_is_meant():
    assert look("q=занаяит").matches.corrected == "занаят"
    assert names("q=занаяит") == {"Фурна", "Занаят"}
    assert names("q=занаяит&exactly=yes") == set()
    assert look("q=мелн").matches.corrected == ""
    assert names("q=мелн&sort=name") == {"Мелница"}


@pytest.mark.usefixtures("bakers")
def test_facets_are_counted_by_search_as_by_the_database(settings, tmp_path):
    queries = ["theme=climate", "theme=climate&region=varna", "language=bg&place=varna", "language=en", "kind=x"]
    by_search = [facet_counts(look(query)) for query in queries]
    texts = [look(query) for query in ("q=занаят", "q=младежи+занаят", "q=младежи+занаят&theme=climate", "q=ница")]
    by_search_of_texts = [facet_counts(filters) for filters in texts]
    assert [bool(filters.matches.query) for filters in texts] == [True, True, True, False]
    settings.SEARCH_INDEX_DIR = tmp_path / "none"
    assert by_search == [facet_counts(look(query)) for query in queries]
    assert by_search_of_texts == [facet_counts(filters) for filters in texts]


def test_an_index_that_is_behind_does_not_answer_and_the_database_does(bakers):
    profile = ProfileFactory(name="Пекарна", texts={"bg": "Занаят."}, theme="climate")
    assert look("q=занаят").matches is None
    assert names("q=занаят") == {"Занаят"}
    assert look("q=занаят").order == look("q=занаят&sort=best").order == Sort.NAME
    assert facet_counts(look("theme=climate"))[Facet.THEME] == {"climate": 3, "poverty": 1}
    followed()
    assert names("q=занаят") == {"Занаят", "Фурна", "Пекарна"}
    profile.unpublish()
    assert look("q=занаят").matches is None
    assert facet_counts(look("theme=climate"))[Facet.THEME] == {"climate": 2, "poverty": 1}
    followed()
    assert names("q=занаят") == {"Занаят", "Фурна"}


def test_an_index_that_got_a_part_of_a_change_does_not_answer(bakers, engine):
    newest = SearchDocument.objects.order_by("-version", "-pk").first()
    content_changed()
    SearchDocument.objects.update(version=newest.version + 1)
    engine.write(SearchDocument.objects.exclude(pk=newest.pk).as_rows())
    assert engine.last_version() == newest.version + 1
    assert look("q=занаят").matches is None


def test_a_change_of_no_document_leaves_search_answering(bakers):
    content_changed()
    assert names("q=занаятите") == {"Фурна", "Занаят"}
