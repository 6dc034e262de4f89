import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.search.engines import empty_elasticsearch

SET = Path(__file__).with_name("evaluation")
DOCUMENTS = [
    {"id": "bakery", "kind": "profile", "language": "bg", "title": "Хлебарница", "text": "Хляб", "topics": ["храна"]},
    {"id": "garden", "kind": "profile", "language": "bg", "title": "Градина", "text": "Зеленчуци", "topics": []},
    {"id": "rocks", "kind": "post", "language": "en", "title": "Quartz", "text": "Minerals", "topics": ["geology"]},
]
QUERIES = [
    {"id": "one", "class": "plain", "language": "bg", "text": "градините", "grades": {"garden": 3}},
    {"id": "two", "class": "topics", "language": "bg", "text": "скали", "grades": {"rocks": 2}},
    {"id": "three", "class": "synonyms", "language": "bg", "text": "фурна", "grades": {"bakery": 3}},
    {"id": "four", "class": "none", "language": "bg", "text": "ъъъъъъъъъъъ", "grades": {"bakery": 1}},
]


@pytest.fixture
def evaluate(tmp_path):
    def call(*options, documents=DOCUMENTS, queries=QUERIES, **files):
        paths = {}
        for name, content in {"documents": documents, "queries": queries, **files}.items():
            paths[name] = tmp_path / f"{name}.json"
            paths[name].write_text(json.dumps(content), encoding="utf-8")
        out = StringIO()
        named = [part for name in files for part in (f"--{name}", str(paths[name]))]
        call_command("evaluate_search", str(paths["documents"]), str(paths["queries"]), *named, *options, stdout=out)
        return out.getvalue()

    return call


def test_figures_and_hits_come_as_json(evaluate):
    data = json.loads(evaluate("--json", synonyms=[["фурна", "хлебарница"]], topics=[{"bg": "скали", "en": "geology"}]))

    assert set(data) == {"all", "classes", "queries"}
    assert set(data["all"]) == {"ndcg10", "recall20", "zero", "p50_ms", "p95_ms", "queries"}
    assert set(data["classes"]) == {"plain", "topics", "synonyms", "none"}
    assert [query["hits"] for query in data["queries"]] == [["garden"], ["rocks"], ["bakery"], []]
    assert data["all"]["ndcg10"] == 0.75
    assert data["all"]["zero"] == 0.25
    assert data["queries"][2]["understood"] == "фурна (= хлебарница)"


def test_synonyms_and_topics_connect_only_where_they_are_given(evaluate):
    data = json.loads(evaluate("--json"))

    assert [query["hits"] for query in data["queries"]] == [["garden"], [], [], []]


def test_people_get_a_table_and_the_worst_queries(evaluate):
    out = evaluate()

    assert "nDCG@10" in out
    assert "plain" in out
    assert "four [bg] ъъъъъъъъъъъ" in out
    assert "came: nothing" in out
    assert "wanted: bakery (1)" in out


def test_no_database_is_asked(evaluate):
    # The test has no database: a query would raise.
    assert evaluate("--engine", "embedded")


def test_an_engine_that_the_site_has_not_is_told(evaluate):
    with pytest.raises(CommandError, match="SEARCH_ELASTICSEARCH_URL names no server"):
        evaluate("--engine", "elasticsearch")


@pytest.mark.services
def test_on_elasticsearch_the_same_is_found_and_nothing_is_left_there(evaluate, settings):
    with empty_elasticsearch() as engine:
        settings.SEARCH_ELASTICSEARCH = {"urls": engine.connection.urls, "index": engine.name}
        given = {"synonyms": [["фурна", "хлебарница"]], "topics": [{"bg": "скали", "en": "geology"}]}
        there, here = (
            json.loads(evaluate("--json", *options, **given)) for options in (("--engine", "elasticsearch"), ())
        )
        assert [query["hits"] for query in there["queries"]] == [query["hits"] for query in here["queries"]]
        assert list(engine.connection.client.indices.get(index=f"{engine.name}*")) == []


def test_a_broken_file_is_told(evaluate, tmp_path):
    with pytest.raises(CommandError, match=r"number 1 .* must be a text"):
        evaluate(documents=[{"id": "a"}])
    with pytest.raises(CommandError, match=r"missing\.json: can't be read"):
        call_command("evaluate_search", str(tmp_path / "missing.json"), str(tmp_path / "missing.json"))


@pytest.mark.parametrize("documents", [[], DOCUMENTS[:1]])
def test_queries_must_speak_of_the_documents(evaluate, documents):
    with pytest.raises(CommandError, match="there is no document"):
        evaluate(documents=documents)


def test_the_command_measures_the_repositorys_set():
    out = StringIO()

    call_command(
        "evaluate_search",
        str(SET / "documents.json"),
        str(SET / "queries.json"),
        f"--synonyms={SET / 'synonyms.json'}",
        f"--topics={SET / 'topics.json'}",
        "--json",
        stdout=out,
    )

    assert json.loads(out.getvalue())["all"]["queries"] == 144
