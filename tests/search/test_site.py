"""Readers find what is on the site, whatever form, script or spelling they type."""

import pytest

from tests.blog.factories import BlogPageFactory
from tests.core.queries import queries_of
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed, found, page, urls

MOST_QUERIES = 15

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engine")]


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize("query", ["занаятите", "zanayati", "ЗАНАЯТ", "zanaqt"])
def test_any_form_and_script_of_a_word_finds_it(client, query):
    assert {url.rstrip("/").rpartition("/")[2] for url in urls(found(client, query))} == {
        "hlebna-kashta",
        "rabotilnitsa",
    }


@pytest.mark.usefixtures("village")
def test_a_topic_is_found_by_what_it_is_called_in_another_language(client):
    assert found(client, "bread")["total"] == 2


@pytest.mark.usefixtures("village")
def test_a_mistake_is_put_right_and_can_be_searched_for_instead(client):
    text = page(client, "Работелница")
    assert "Показани са резултатите за" in text
    assert "<strong>Работилница</strong>" in text
    assert "exactly=yes" in text
    assert found(client, "Работелница")["corrected"] == "Работилница"
    exactly = found(client, "Работелница", exactly="yes")
    assert (exactly["corrected"], exactly["query"]) == (None, "Работелница")
    assert "Показани са резултатите за" not in page(client, "Работелница", exactly="yes")


@pytest.mark.usefixtures("village")
def test_facets_narrow_and_are_counted_each_without_its_own_choice(client):
    data = found(client, "хляб занаят", kind="profile", theme="climate")
    assert (data["total"], len(data["hits"])) == (1, 1)
    kinds = {value["value"]: (value["label"], value["count"], value["selected"]) for value in data["facets"]["kind"]}
    assert kinds["profile"] == ("Профили", 1, True)
    themes = {value["value"]: (value["count"], value["selected"]) for value in data["facets"]["theme"]}
    assert themes["climate"] == (1, True)
    assert themes["poverty"] == (1, False)
    (topic,) = data["facets"]["topic"]
    assert topic == {"value": "bread", "label": "Хляб", "count": 1, "selected": False}


@pytest.mark.usefixtures("village")
def test_facets_alone_list_everything_that_has_them(client):
    assert found(client, topic="bread")["total"] == 2
    assert found(client, topic="bread", kind="post")["total"] == 1
    assert found(client, topic="no-such")["total"] == 0


@pytest.mark.usefixtures("village")
def test_a_hit_is_called_one_of_its_kind_and_the_facet_many(client):
    text = page(client, "хляб")
    assert "<span>Профил</span>" in text
    assert "<span>Новина</span>" in text
    assert "Профили" in text


@pytest.mark.usefixtures("village")
def test_a_text_in_another_language_says_so(client):
    text = page(client, "хлебна", "en")
    assert "in Bulgarian" in text
    assert 'lang="bg"' in text


def test_what_was_looked_for_is_marked_and_all_else_escaped(client, site):
    ProfileFactory(name='<script>alert("1")</script> Пекарна', texts={"bg": "<b>Пекарни</b> & фурни"})
    followed()
    (hit,) = found(client, "пекарна")["hits"]
    assert hit["title_html"].startswith("&lt;script&gt;")
    assert "<mark>Пекарна</mark>" in hit["title_html"]
    assert "&lt;b&gt;<mark>Пекарни</mark>" in hit["excerpt_html"]
    assert "<script>alert" not in page(client, "пекарна")


@pytest.mark.usefixtures("village")
def test_what_is_unpublished_is_gone_at_once_however_late_the_index_is(client):
    post = BlogPageFactory._meta.model.objects.get(title="Пекарна отвори врати")
    assert post.url in urls(found(client, "пекарна"))
    post.unpublish()
    assert post.url not in urls(found(client, "пекарна"))


@pytest.mark.usefixtures("village")
def test_the_data_has_the_shape_that_programs_count_on(client):
    data = found(client, "занаят")
    assert list(data) == ["query", "understood", "corrected", "total", "facets", "hits", "next"]
    assert list(data["facets"]) == ["kind", "theme", "topic", "region", "language", "year"]
    assert set(data["hits"][0]) == {"kind", "id", "language", "url", "title_html", "excerpt_html", "score"}
    assert data["hits"][0]["url"].startswith("http://testserver/bg/")
    assert data["next"] is None


@pytest.mark.parametrize("number", [25, 60])
def test_pages_follow_each_other_and_take_few_queries(client, site, number):
    for count in range(number):
        ProfileFactory(name=f"Пекарна {count}", theme="climate", place="plovdiv")
    followed()
    first = found(client, "пекарна")
    second = client.get(first["next"]).json()
    assert (first["total"], len(first["hits"])) == (number, 20)
    assert not set(urls(first)) & set(urls(second))
    assert client.get("/bg/search/?q=пекарна&page=9").status_code == 404
    assert client.get("/bg/search/?q=пекарна&page=x").status_code == 404
    for query in ("пекарна", "фурна пекрана", "пекарна&page=2&theme=climate&region=plovdiv", "нищо"):
        taken, sql = queries_of(client, f"/bg/search/?q={query}")
        assert taken <= MOST_QUERIES, sql


@pytest.mark.usefixtures("village")
def test_pages_of_what_people_type_are_kept_by_nobody_and_found_by_no_robot(client):
    response = client.get("/bg/search/?q=занаят")
    assert response["Cache-Control"] == "private, no-cache"
    assert not getattr(response, "is_for_everybody", False)
    assert '<meta name="robots" content="noindex, follow">' in response.content.decode()
    assert client.get("/bg/search/").is_for_everybody


def test_nothing_found_says_what_to_try(client, site):
    followed()
    assert "Няма такава нишка" in page(client, "ксилофон")
    assert "Няма такава нишка" in page(client, "?!")
    assert "без „idea“" in page(client, "ксилофон", kind="idea")


def test_without_an_index_the_search_says_that_it_rests(client, site, caplog):
    assert "Търсенето си почива" in page(client, "занаят")
    assert client.get("/bg/search/results.json?q=занаят").status_code == 503
    assert client.get("/bg/search/results.rss?q=занаят").status_code == 503
    assert "The search doesn't answer." in caplog.text


def test_the_header_of_every_page_leads_to_the_search(client, site):
    assert 'action="/bg/search/"' in client.get("/bg/").content.decode()
