"""What the search never shows, whoever asks, and what nobody can make it do."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from core.counting import PROGRAM
from directory.models import Profile
from search.counting import PERSONAL
from search.models import SearchDocument, SynonymGroup
from tests.directory.factories import ProfileFactory
from tests.members.factories import UserFactory
from tests.search.asking import followed, found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("village")]

VIEWS = ("", "results.json", "results.rss")
OPERATORS = [
    "занаят NOT младежи",
    "занаят -младежи",
    "title:занаят",
    '"занаят',
    "занаят*",
    "занаят~2",
    "(занаят AND",
    "занаят'; DROP TABLE search_searchdocument; --",
    "[занаят TO младежи]",
    "{!parser}занаят",
    "занаят\\",
    "занаят ^4 + || && !",
    "занаят %s %(x)s {0}",
]


def seen(client, query, **asked):
    """What all views say of a search, with the search itself taken out."""
    answers = [client.get(f"/bg/search/{view}", {"q": query, **asked}).content.decode() for view in VIEWS]
    return "\n".join(answers)


def facet_values(data):
    return {(facet, one["value"]): one["count"] for facet, values in data["facets"].items() for one in values}


def test_an_unlisted_profile_is_in_no_hit_facet_count_or_feed(client):  # case 13
    before = found(client, "занаят")
    hidden = ProfileFactory(name="Таен занаят", texts={"bg": "Занаят."}, theme="climate", visibility="unlisted")
    followed()
    assert "Таен" not in seen(client, "занаят")
    after = found(client, "занаят")
    assert (after["total"], facet_values(after)) == (before["total"], facet_values(before))
    hidden.visibility = "public"
    hidden.save_revision().publish()
    followed()
    assert found(client, "занаят")["total"] == before["total"] + 1


def test_only_what_readers_see_of_a_profile_is_searched(client):  # case 13
    profile = Profile.objects.get(slug="rabotilnitsa")
    words = " ".join(SearchDocument.objects.filter(object_id=profile.pk).values_list("text", flat=True))
    for secret in (str(profile.latest_revision_id), "unlisted", "False"):
        assert secret not in words.split()


@pytest.mark.parametrize("staff", [False, True])
def test_drafts_and_private_pages_are_found_by_nobody(client, staff):  # case 14
    if staff:
        client.force_login(UserFactory(group="Moderators"))
    post = BlogPage.objects.get(title="Пекарна отвори врати")
    post.lead = "Ксилофон зад кулисите."
    post.save_revision()
    followed()
    assert found(client, "ксилофон")["total"] == 0
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)
    assert "Пекарна" not in seen(client, "местна организация")


def test_what_is_taken_down_is_gone_from_every_view_with_the_next_request(client):  # case 18
    assert "Работилница" in seen(client, "занаят")
    Profile.objects.get(slug="rabotilnitsa").unpublish()
    assert "Работилница" not in seen(client, "занаят")
    followed()
    assert found(client, "занаят")["total"] == 1
    assert client.get("/bg/search/", {"q": "занаят"})["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("query", OPERATORS)
def test_operators_are_text_and_leave_nothing_out(client, query):  # case 26
    for view in VIEWS:
        assert client.get(f"/bg/search/{view}", {"q": query}).status_code == 200
    assert "Хлебна къща" in [
        hit["title_html"].replace("<mark>", "").replace("</mark>", "") for hit in found(client, query)["hits"]
    ]


@pytest.mark.parametrize("query", ["а" * 660, "занаят " * 90, "xy-" * 1_300, "\u0301" * 660, "&amp;" * 440, "(" * 999])
def test_the_longest_text_that_an_address_takes_is_cut_and_answered(client, query):  # cases 26, 29
    for view in VIEWS:
        assert client.get(f"/bg/search/{view}", {"q": query}).status_code == 200
    assert len(found(client, query)["query"]) <= 200


@pytest.mark.parametrize("expression", [PERSONAL, PROGRAM], ids=["personal", "program"])
def test_no_expression_goes_back_over_what_it_has_read(expression):  # case 29
    # A slow one would never come to the end of this.
    for tricky in ("1 " * 50_000 + "x", "1" + " " * 100_000, "-1-" * 30_000, "b" * 100_000, "httphttps" * 10_000):
        expression.search(tricky)


def test_nobody_turns_pages_without_end(client):  # case 54
    for number in ("51", "999999", "9999999999", "0", "-1", "1e3", "٣"):
        for view in ("", "results.json"):
            assert client.get(f"/bg/search/{view}", {"q": "занаят", "page": number}).status_code == 404
    values = [f"t{number}" for number in range(300)]
    assert client.get("/bg/search/results.json", {"q": "занаят", "topic": values}).json()["total"] == 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120), st.text(max_size=20), st.sampled_from(["bg", "en"]))
def test_any_text_and_any_filter_get_an_answer_of_status_200(client, text, value, language):  # case 26
    SynonymGroup.objects.get_or_create(phrases="занаят\nмайсторлък")
    asked = {"q": text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").replace("\0", "")}
    value = value.encode("utf-8", "surrogatepass").decode("utf-8", "replace").replace("\0", "")
    for view in VIEWS:
        for more in ({}, {"kind": "post", "topic": value, "exactly": value}):
            assert client.get(f"/{language}/search/{view}", asked | more).status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_of_an_editor_is_taken_or_refused_with_a_reason(client, text):
    made, refused = SynonymGroup(phrases=f"{text}\nзанаят"), None
    try:
        made.full_clean()
    except ValidationError as error:
        refused = error.messages
    assert all(refused) if refused else len(made.lines) > 1
