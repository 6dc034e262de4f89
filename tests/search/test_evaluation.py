from pathlib import Path

import pytest

from search.engines.base import Request
from search.evaluation import reading, report
from search.evaluation.running import EVERYWHERE, Run
from search.service import loosened
from tests.search.engines import NAMES, empty

SET = Path(__file__).with_name("evaluation")


def run_on(engine):
    documents = reading.read_documents(SET / "documents.json")
    synonyms, topics = reading.read_synonyms(SET / "synonyms.json"), reading.read_topics(SET / "topics.json")
    return Run(engine, documents, synonyms, topics)


def matches(run, outcome):
    """All that the query finds, and all that it finds loosened, step by step."""
    queries = loosened(outcome.understood.query)
    return [{one for one, _ in run.engine.search(Request(EVERYWHERE, query, limit=1000)).hits} for query in queries]


@pytest.fixture(scope="module", params=NAMES)
def run(request, tmp_path_factory):
    with empty(request.param, tmp_path_factory.mktemp("evaluation")) as engine:
        yield run_on(engine)


@pytest.fixture(scope="module")
def outcomes(run):
    return [run.ask(query) for query in reading.read_queries(SET / "queries.json", run.documents)]


@pytest.fixture(scope="module")
def figures(outcomes):
    return report.as_data(outcomes)


def test_the_set_is_answered_well(figures):
    assert figures["all"]["ndcg10"] >= 0.90
    assert figures["all"]["recall20"] >= 0.90
    assert figures["all"]["zero"] <= 0.02


def test_no_class_of_queries_is_left_behind(figures):
    weak = {name: of["ndcg10"] for name, of in figures["classes"].items() if of["ndcg10"] < 0.80}

    assert weak == {}
    assert len(figures["classes"]) == 12


@pytest.mark.services
def test_both_engines_find_the_same_set_for_every_query(tmp_path):
    with empty("embedded", tmp_path) as embedded, empty("elasticsearch", tmp_path) as elasticsearch:
        runs = run_on(embedded), run_on(elasticsearch)
        asked = [runs[0].ask(query) for query in reading.read_queries(SET / "queries.json", runs[0].documents)]
        differing = [each.query.id for each in asked if matches(runs[0], each) != matches(runs[1], each)]
    assert differing == []
