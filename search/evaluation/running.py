"""One run: documents into an engine that's empty, each query asked as a reader's search asks it."""

import time
from collections import Counter
from dataclasses import dataclass

from search.analysis import Synonyms, Understood, Vocabulary, document_streams, understand, words_of
from search.engines.base import Request, Row
from search.evaluation import measures
from search.ranking import Facts
from search.service import answer

# All documents stand in one index here, whatever their language.
EVERYWHERE = "all"


@dataclass(frozen=True)
class Outcome:
    """What a query gave: ids in their order, and how long it took."""

    query: object
    hits: tuple[str, ...]
    understood: Understood
    ms: float

    @property
    def ndcg10(self):
        return measures.ndcg(self.hits, self.query.grades)

    @property
    def recall20(self):
        return measures.recall(self.hits, self.query.grades)


class Run:
    """Documents in an engine of their own, with the synonyms and topics that connect them."""

    def __init__(self, engine, documents, synonyms=(), topics=()):
        self.engine = engine
        self.documents = documents
        self.synonyms = Synonyms([*synonyms, *(list(labels.values()) for labels in topics)])
        self.elsewhere = _elsewhere(topics)
        self.vocabulary = Vocabulary(Counter(word for one in documents for word in words_of(self._words(one))))
        self.facts = {number: Facts(one.language, one.date) for number, one in enumerate(documents)}
        # What is new is so beside the newest document, whenever the set is tried.
        self.today = max((one.date for one in documents if one.date), default=1)
        engine.write([self._row(number, one) for number, one in enumerate(documents)])

    def ask(self, query):
        """The outcome of a graded query."""
        begun = time.perf_counter()
        understood = understand(query.text, query.language, self.synonyms, self.vocabulary)
        found = answer(
            self.engine, understood, Request(EVERYWHERE), self._facts_of, language=query.language, today=self.today
        )
        taken = (time.perf_counter() - begun) * 1000
        return Outcome(query, tuple(self.documents[hit.id].id for hit in found.hits), understood, taken)

    def _facts_of(self, ids):
        return {one: self.facts[one] for one in ids}

    def _labels(self, document):
        """Topics and place in the document's language, and what the topics are called in others."""
        others = [pair for label in document.topics for pair in self.elsewhere.get((document.language, label), ())]
        return [label for label in (*document.topics, document.place) if label], others

    def _words(self, document):
        labels, others = self._labels(document)
        return " ".join((document.title, document.text, *labels, *(label for _, label in others)))

    def _row(self, number, document):
        labels, others = self._labels(document)
        return Row(
            id=number,
            version=1,
            site_language=EVERYWHERE,
            kind=document.kind,
            text_language=document.language,
            streams=document_streams(
                language=document.language, title=document.title, labels=labels, text=document.text, others=others
            ),
            dated=document.date,
        )


def _elsewhere(topics):
    """{(language, label): [(other language, label), …]}."""
    return {
        (language, label): [pair for pair in labels.items() if pair[0] != language]
        for labels in topics
        for language, label in labels.items()
    }
