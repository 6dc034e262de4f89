from contextlib import nullcontext
from pathlib import Path

import pytest

from search.evaluation import reading, report
from search.evaluation.engines import THROWAWAY
from search.evaluation.running import Run
from tests.search.reference import ReferenceEngine

SET = Path(__file__).with_name("evaluation")


ENGINES = {"reference": lambda: nullcontext(ReferenceEngine()), **THROWAWAY}


@pytest.fixture(scope="module", params=ENGINES)
def figures(request):
    documents = reading.read_documents(SET / "documents.json")
    queries = reading.read_queries(SET / "queries.json", documents)
    synonyms, topics = reading.read_synonyms(SET / "synonyms.json"), reading.read_topics(SET / "topics.json")
    with ENGINES[request.param]() as engine:
        run = Run(engine, documents, synonyms, topics)
        return report.as_data([run.ask(query) for query in queries])


def test_the_set_is_answered_well(figures):
    assert figures["all"]["ndcg10"] >= 0.90
    assert figures["all"]["recall20"] >= 0.90
    assert figures["all"]["zero"] <= 0.02


def test_no_class_of_queries_is_left_behind(figures):
    weak = {name: of["ndcg10"] for name, of in figures["classes"].items() if of["ndcg10"] < 0.80}

    assert weak == {}
    assert len(figures["classes"]) == 12
