"""Whoever has only begun to type is told what there is."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.models import SynonymGroup
from tests.blog.factories import BlogPageFactory
from tests.core.queries import queries_of
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed
from tests.taxonomy.factories import TopicFactory

MOST_QUERIES = 2

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engine")]


def suggested(client, query, language="bg"):
    response = client.get(f"/{language}/search/suggest.json", {"q": query})
    assert response.status_code == 200
    return response.json()


def titles(client, query, language="bg"):
    return [one["title_html"] for one in suggested(client, query, language)["suggestions"]]


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("хлеб", "<mark>Хлеб</mark>на къща"),
        ("Къщ ХЛ", "<mark>Хл</mark>ебна <mark>къщ</mark>а"),
        ("hlebn", "<mark>Хлебна</mark> къща"),
        ("къща на хл", "<mark>Хл</mark>ебна <mark>къща</mark>"),
    ],
)
def test_the_beginning_of_words_finds_titles_in_either_script(client, query, title):
    assert titles(client, query) == [title]


def test_a_latin_title_is_found_by_cyrillic_letters(client, site):
    ProfileFactory(name="Zelen dvor")
    followed()
    assert titles(client, "зел дв") == ["<mark>Zelen</mark> <mark>dvor</mark>"]


@pytest.mark.usefixtures("village")
def test_a_suggestion_says_where_it_leads_what_it_is_and_its_language_if_that_is_foreign(client):
    data = suggested(client, "пек", "en")
    assert list(data) == ["query", "said", "suggestions"]
    assert (data["query"], data["said"]) == ("пек", "1 suggestion")
    (post,) = data["suggestions"]
    assert post == {
        "kind": "post",
        "kind_label": "News item",
        "language": "bg",
        "language_label": "in Bulgarian",
        "url": BlogPageFactory._meta.model.objects.get().url,
        "title_html": "<mark>Пек</mark>арна отвори врати",
        "why": "",
    }
    assert suggested(client, "пек")["suggestions"][0]["kind_label"] == "Новина"
    assert suggested(client, "пек")["suggestions"][0]["language_label"] == ""


def test_titles_come_before_topics_and_the_readers_language_before_others(client, site):
    bread = TopicFactory(slug="bread", labels={"bg": "Хляб", "en": "Bread"})
    for name in ("Едно", "Две"):
        ProfileFactory(name=name, topics=[bread], texts={"en": "Warm."}, original_language="en")
    ProfileFactory(name="Bread for all")
    ProfileFactory(name="Breadth", texts={"en": "Wide."}, original_language="en")
    followed()
    found = titles(client, "bre", "en")
    assert found[:2] == ["<mark>Bre</mark>adth", "<mark>Bre</mark>ad for all"]
    assert sorted(found[2:]) == ["Две", "Едно"]


@pytest.mark.parametrize("typed", ["нп", "НПО", "NG", "неправителствена орг"])
def test_what_means_the_same_is_suggested_too_and_marked(client, site, typed):
    SynonymGroup.objects.create(phrases="НПО\nнеправителствена организация\nNGO\nсдружение")
    ProfileFactory(name="Сдружение „Зора“")
    ProfileFactory(name="Неправителствени неща и отделна организация")
    followed()
    assert "<mark>Сдружение</mark> „Зора“" in titles(client, typed)


def test_the_rest_of_what_is_typed_still_counts_beside_a_synonym(client, site):
    SynonymGroup.objects.create(phrases="НПО\nсдружение")
    for name in ("Сдружение „Зора“", "Сдружение „Извор“"):
        ProfileFactory(name=name)
    followed()
    (found,) = suggested(client, "НПО зо")["suggestions"]
    assert "Зо</mark>ра" in found["title_html"]


def test_what_is_found_through_its_topic_says_so(client, site):
    SynonymGroup.objects.create(phrases="хляб\nсамун")
    bread = TopicFactory(slug="bread", labels={"bg": "Хляб", "en": "Bread"})
    ProfileFactory(name="Едно", topics=[bread])
    followed()
    for typed in ("хля", "саму", "bread"):
        (found,) = suggested(client, typed)["suggestions"]
        assert (found["title_html"], found["why"]) == ("Едно", "Етикет: Хляб")


def test_there_are_eight_at_most_and_few_queries_however_many_match(client, site):
    for count in range(30):
        ProfileFactory(name=f"Пекарна {count}")
    followed()
    assert len(titles(client, "пек")) == 8
    taken, sql = queries_of(client, f"{reverse('search_suggest')}?q=пек")
    assert taken <= MOST_QUERIES, sql


def test_all_but_the_marks_is_escaped(client, site):
    ProfileFactory(name='<script>alert("1")</script> Пекарна')
    followed()
    assert titles(client, "пек scr") == [
        "&lt;<mark>scr</mark>ipt&gt;alert(&quot;1&quot;)&lt;/<mark>scr</mark>ipt&gt; <mark>Пек</mark>арна"
    ]


@pytest.mark.usefixtures("village")
def test_what_is_taken_down_is_gone_at_once(client):
    BlogPageFactory._meta.model.objects.get().unpublish()
    assert titles(client, "пек") == []


@pytest.mark.usefixtures("village")
def test_suggestions_are_kept_by_nobody_and_found_by_no_robot(client):
    response = client.get("/bg/search/suggest.json?q=хл")
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_without_an_index_there_are_none(client, site, caplog):
    assert suggested(client, "хл") == {"query": "хл", "said": "Няма предложения", "suggestions": []}
    assert "No suggestions" in caplog.text


@pytest.mark.usefixtures("village")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_gets_an_answer(client, text):
    query = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert len(suggested(client, query)["suggestions"]) <= 8
