"""Editors are told how a search was understood, and why a hit is where it is."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from directory.models import Profile
from search.models import PromotedResult, Promotion, SynonymGroup
from tests.search.asking import found

pytestmark = pytest.mark.django_db


def explain(query, *options):
    out = io.StringIO()
    call_command("explain_search", query, *options, stdout=out)
    return out.getvalue()


def data(query, *options):
    return json.loads(explain(query, *options, "--json"))


@pytest.mark.usefixtures("village")
def test_it_tells_of_words_keys_mistakes_and_synonyms():
    SynonymGroup.objects.create(phrases="занаят\nмайсторлък")
    told = explain("къде учат знаят")
    assert "къде: a small word, counts for nothing" in told
    assert "знаят: taken for занаят; means the same as" in told
    assert "занаят is looked for as 0zanaet" in told
    assert "майсторлък (×0.7)" in told
    assert data("знаят")["corrected"] == "занаят"


@pytest.mark.usefixtures("village")
def test_it_tells_by_which_steps_and_fields_a_hit_was_found():
    told = data("хляб младежи")
    assert [step["total"] for step in told["steps"][:1]] == [1]
    assert told["steps"][-1] == {"needed": 1, "by_roots": True, "total": 2}
    first = told["hits"][0]
    assert (first["place"], first["title"], first["step"], first["language_factor"]) == (1, "Хлебна къща", 1, 2.0)
    by = {one["word"]: {match["stream"] for match in one["by"]} for one in first["found"]}
    assert "labels" in by["хляб"]
    assert "text" in by["младежи"]
    assert told["hits"][1]["step"] > 1


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize("query", ["хляб", "занаят младежи", "пекарна"])
def test_the_order_and_the_scores_are_those_that_readers_get(client, query):
    told, seen = data(query)["hits"], found(client, query)["hits"]
    assert [one["id"] for one in told] == [f"{hit['kind']}:{hit['id']}" for hit in seen]
    assert [one["score"] for one in told] == [hit["score"] for hit in seen]
    for one in told:
        product = one["engine_score"] * one["language_factor"] * one["recency_factor"]
        assert product == pytest.approx(one["score"], rel=1e-3)


@pytest.mark.usefixtures("village")
def test_one_document_is_told_of_by_any_of_its_names(client):
    profile = Profile.objects.get(slug="rabotilnitsa")
    (hit,) = data("хляб", "--id", f"profile:{profile.pk}")["hits"]
    assert (hit["place"], hit["step"]) == (None, None)
    for name in (str(profile.pk), hit["url"]):
        assert data("хляб", "--id", name)["hits"] == [hit]
    told = explain("хляб", "--id", hit["url"], "--id", "profile:987654")
    assert "isn't found by these words" in told
    assert "хляб: nowhere" in told
    assert "profile:987654: nothing public has this name" in told


@pytest.mark.usefixtures("village")
def test_what_editors_promoted_says_so():
    profile = Profile.objects.get(slug="rabotilnitsa")
    promotion = Promotion(phrases="хляб")
    promotion.results = [PromotedResult(reference=f"profile:{profile.pk}")]
    promotion.save()
    hit = data("хляб")["hits"][0]
    assert (hit["title"], hit["promoted"], hit["step"]) == ("Работилница", True, None)
    assert "comes first because editors promoted it" in explain("хляб")


@pytest.mark.usefixtures("village")
def test_a_search_of_no_words_finds_nothing_to_tell():
    assert data("?!")["hits"] == []


def test_without_an_engine_it_says_so(engine):
    with pytest.raises(CommandError, match="The search doesn't answer"):
        explain("хляб")
