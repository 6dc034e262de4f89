"""Editors put results first for a search, and readers see them there as long as they are public."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from directory.models import Profile
from search.models import PromotedResult, Promotion, SearchDocument
from tests.core.queries import queries_of
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed, found, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("village")]

ADD = "wagtailsnippets_search_promotion:add"
LIST = "wagtailsnippets_search_promotion:list"
CHOOSE = "findable_chooser:choose_results"


def reference(title):
    return SearchDocument.objects.filter(title=title).first().reference


def promote(phrases, *titles, language=""):
    promotion = Promotion(phrases=phrases, language=language)
    promotion.full_clean()
    promotion.results = [
        PromotedResult(reference=reference(title), sort_order=number) for number, title in enumerate(titles)
    ]
    promotion.save()
    return promotion


def titles(data):
    return [hit["title_html"].replace("<mark>", "").replace("</mark>", "") for hit in data["hits"]]


def picked(data):
    return [hit["title_html"] for hit in data["hits"] if hit.get("promoted")]


@pytest.mark.parametrize(
    "query", ["занаят", "Занаятите", "zanayati", "занят", "къде има занаяти?"], ids=lambda query: query
)
def test_any_form_of_a_search_has_its_results_first_in_their_order_and_once(client, query):
    promote("занаят", "Работилница", "Хлебна къща")
    data = found(client, query)
    assert titles(data) == ["Работилница", "Хлебна къща"]
    assert data["total"] == 2
    assert len(picked(data)) == 2


def test_what_has_none_of_the_words_is_added_and_counted(client):
    before = found(client, "занаят")
    promote("занаят", "Пекарна отвори врати")
    data = found(client, "занаят")
    assert titles(data)[0] == "Пекарна отвори врати"
    assert data["total"] == before["total"] + 1 == 3
    kinds = {value["value"]: value["count"] for value in data["facets"]["kind"]}
    assert kinds == {"profile": 2, "post": 1}
    assert "promoted" not in data["hits"][1]


def test_what_is_found_anyway_is_not_counted_twice(client):
    promote("хляб", "Хлебна къща")
    data = found(client, "хляб")
    assert (data["total"], len(data["hits"]), len(picked(data))) == (2, 2, 1)


def test_a_search_that_finds_nothing_finds_what_is_promoted(client):
    promote("ксилофон\nметалофон", "Работилница")
    assert titles(found(client, "металофони")) == ["Работилница"]
    assert "Няма такава нишка" not in page(client, "ксилофон")


def test_a_search_with_more_or_fewer_words_is_another_one(client):
    promote("занаят младежи", "Пекарна отвори врати")
    assert len(picked(found(client, "младежки занаяти и младежите"))) == 0
    assert len(picked(found(client, "младежите и занаятите"))) == 1
    assert picked(found(client, "занаят")) == []
    assert picked(found(client, "занаят младежи пловдив")) == []


def test_it_may_be_for_the_readers_of_one_language(client):
    promote("занаят", "Пекарна отвори врати", language="en")
    assert picked(found(client, "занаят")) == []
    assert len(picked(found(client, "занаят", "en"))) == 1


def test_readers_are_told_that_editors_picked_it(client):
    assert "Избрано от редакторите" not in page(client, "занаят")
    promote("занаят", "Работилница")
    assert page(client, "занаят").count("Избрано от редакторите") == 1
    assert page(client, "занаят", "en").count("Picked by the editors") == 1


def test_what_is_unpublished_or_private_is_gone_at_once_and_comes_back(client):
    promote("ксилофон", "Пекарна отвори врати", "Работилница")
    post, profile = BlogPage.objects.get(title="Пекарна отвори врати"), Profile.objects.get(slug="rabotilnitsa")
    profile.unpublish()
    restriction = PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)
    assert found(client, "ксилофон")["total"] == 0
    restriction.delete()
    assert titles(found(client, "ксилофон")) == ["Пекарна отвори врати"]


def test_a_filter_that_leaves_it_out_does_so(client):
    promote("занаят", "Пекарна отвори врати")
    data = found(client, "занаят", kind="profile")
    assert (data["total"], picked(data)) == (2, [])
    # Each facet is counted without its own choice.
    assert {value["value"]: value["count"] for value in data["facets"]["kind"]} == {"profile": 2, "post": 1}
    assert len(picked(found(client, "занаят", kind="post"))) == 1
    assert picked(found(client, "", kind="post")) == []


def test_pages_go_on_where_the_one_before_ended(client):
    for number in range(25):
        ProfileFactory(name=f"Пекарна {number}")
    followed()
    promote("пекарна", "Пекарна 24", "Работилница")
    first = found(client, "пекарна")
    second = client.get(first["next"]).json()
    every = titles(first) + titles(second)
    assert every[:2] == ["Пекарна 24", "Работилница"]
    assert len(every) == len(set(every)) == first["total"] == 27
    assert picked(second) == []


def test_a_feed_has_the_newest_alone(client):
    promote("ксилофон", "Работилница")
    assert b"<item>" not in client.get("/bg/search/results.rss", {"q": "ксилофон"}).content


def test_hundreds_of_promotions_take_one_query_more_where_one_of_them_matches(client):
    before, _sql = queries_of(client, "/bg/search/?q=хляб")
    Promotion.objects.bulk_create(Promotion(phrases=f"дума{n}\nword{n}") for n in range(200))
    promote("хляб", "Работилница")
    after, sql = queries_of(client, "/bg/search/?q=хляб")
    assert after == before + 1, sql


def test_a_search_has_one_promotion_for_each_reader(db):
    promote("занаят", "Работилница", language="bg")
    promote("занаят", "Работилница", language="en")
    for language in ("bg", ""):
        with override("en"), pytest.raises(ValidationError, match="“Занаятите” has promoted results already: занаят"):
            Promotion(phrases="хляб\nЗанаятите", language=language).full_clean()


@pytest.mark.parametrize("phrases", ["", " \n ", "?!"])
def test_a_promotion_has_a_search(phrases):
    with pytest.raises(ValidationError):
        Promotion(phrases=phrases).full_clean()


def form(phrases, *references):
    rows = {f"results-{n}-reference": one for n, one in enumerate(references)}
    order = {f"results-{n}-ORDER": n + 1 for n in range(len(references))}
    counts = {"results-TOTAL_FORMS": len(references), "results-INITIAL_FORMS": 0}
    limits = {"results-MIN_NUM_FORMS": 0, "results-MAX_NUM_FORMS": 5}
    return {"phrases": phrases, "language": "", **rows, **order, **counts, **limits}


def test_an_editor_chooses_what_comes_first(editor, client):
    chosen = reference("Работилница"), reference("Пекарна отвори врати")
    assert ">занаят</textarea>" in editor.get(reverse(ADD), {"phrases": "занаят"}).content.decode().replace("\n", "")
    assert editor.post(reverse(ADD), form("занаят", *chosen)).status_code == 302
    assert titles(found(client, "занаят"))[:2] == ["Работилница", "Пекарна отвори врати"]
    Profile.objects.get(slug="rabotilnitsa").unpublish()
    listed = editor.get(reverse(LIST)).content.decode()
    assert "(not public at the moment), Пекарна отвори врати" in listed
    edit = reverse("wagtailsnippets_search_promotion:edit", args=[Promotion.objects.get().pk])
    assert "(not public at the moment)" in editor.get(edit).content.decode()


def test_what_is_not_there_or_there_twice_is_not_promoted(editor):
    one = reference("Работилница")
    for references in [("profile:123456",), (one, one), ()]:
        assert editor.post(reverse(ADD), form("занаят", *references)).status_code == 200
    assert not Promotion.objects.exists()


def test_the_chooser_searches_as_readers_do(editor):
    def listed(**asked):
        return editor.get(reverse(CHOOSE), asked).content.decode()

    assert "Работилница" in listed()
    assert "Пекарна" in listed()
    assert "Хлебна къща" in listed(q="zanayati")
    assert "Пекарна" not in listed(q="zanayati")
    assert "Работилница" not in listed(q="хляб", kind="post")
    chosen = editor.get(reverse("findable_chooser:chosen", args=[reference("Работилница")])).json()["result"]
    assert chosen == {"id": reference("Работилница"), "title": "Работилница", "edit_url": None}


def test_the_list_of_promotions_takes_a_fixed_number_of_queries(editor):
    def taken():
        assert editor.get(reverse(LIST)).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(reverse(LIST)).status_code == 200
        return len(captured)

    promote("едно", "Работилница")
    few = taken()
    for number in range(10):
        promote(f"дума{number}", "Хлебна къща", "Работилница")
    assert taken() == few


def test_nobody_else_chooses(log_in):
    client = log_in("Translators")
    assert client.get(reverse(ADD)).status_code == 302
