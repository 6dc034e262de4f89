from dataclasses import replace
from pathlib import Path

import pytest

from search.analysis.scripts import is_cyrillic, official
from search.evaluation import reading, report
from search.evaluation.engines import THROWAWAY
from search.evaluation.running import Run

SET = Path(__file__).with_name("evaluation")
# What people type who have no Cyrillic keyboard.
LETTERS = "а a б b в v г g д d е e ж j з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х h"
LETTERS += " ц c ч 4 ш 6 щ 6t ъ y ь i ю iu я q"
BY_LOOKS = dict(zip(LETTERS.split()[::2], LETTERS.split()[1::2], strict=True))


@pytest.fixture(scope="module")
def run():
    documents = reading.read_documents(SET / "documents.json")
    synonyms, topics = reading.read_synonyms(SET / "synonyms.json"), reading.read_topics(SET / "topics.json")
    with THROWAWAY["embedded"]() as engine:
        yield Run(engine, documents, synonyms, topics)


@pytest.fixture(scope="module")
def queries(run):
    return [query for query in reading.read_queries(SET / "queries.json", run.documents) if is_cyrillic(query.text)]


def officially(text):
    return " ".join(official(word) for word in text.lower().split())


def by_looks(text):
    return "".join(BY_LOOKS.get(letter, letter) for letter in text.lower())


@pytest.mark.parametrize("spelled", [officially, by_looks])
def test_bulgarian_in_latin_letters_is_answered_as_well(run, queries, spelled):
    cyrillic = report.summary([run.ask(query) for query in queries])
    latin = report.summary([run.ask(replace(query, text=spelled(query.text))) for query in queries])

    assert latin["ndcg10"] >= cyrillic["ndcg10"] - 0.02
    assert latin["recall20"] >= cyrillic["recall20"] - 0.02
