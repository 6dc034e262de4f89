"""What editors put before everything else that a search finds."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from core.cache import remember
from search.analysis import signature
from search.explaining import matches
from search.models import Promotion, SearchDocument
from search.service import Hit


def promoted_for(asked, understood):
    """The public documents that are promoted for what was asked, in their order."""
    references = _site_promotions().references(asked.language, understood.query)
    if not references:
        return []
    public = SearchDocument.objects.filter(site_language=asked.language).referred(references)
    documents = {document.reference: document for document in public}
    return [documents[reference] for reference in references if reference in documents]


def promoted_first(documents, request, ask):
    """`ask(request)`, with the documents that its filters leave at the head of all it finds, once and counted."""
    if not documents:
        return ask(request)
    end = request.offset + request.limit
    found = ask(replace(request, offset=0, limit=end))
    scores = {hit.id: hit.score for hit in found.hits}
    shown = [document for document in documents if _fits(document, request.chosen)]
    first = [Hit(document.pk, scores.get(document.pk, 0.0), promoted=True) for document in shown]
    others = [hit for hit in found.hits if hit.id not in {hit.id for hit in first}]
    new = [document for document in documents if not _is_found(document, found.query)]
    return replace(
        found,
        hits=tuple([*first, *others][request.offset : end]),
        total=found.total + sum(_fits(document, request.chosen) for document in new),
        counts={facet: _with(new, facet, counts, request.chosen) for facet, counts in found.counts.items()},
    )


def _fits(document, chosen, but=None):
    """Whether the filters leave a document, all of them or those of the other facets."""
    filters = ((facet, values) for facet, values in chosen.items() if facet != but)
    return not any(set(values).isdisjoint(document.facets.get(facet, ())) for facet, values in filters)


def _is_found(document, query):
    """Whether a document is among those that an engine finds for the query; all engines do it alike."""
    streams = {name: set(keys.split(" ")) for name, keys in document.streams.items()}
    had = sum(bool(found) for found in matches(query, streams))
    return had >= (len(query.groups) if query.needed is None else query.needed)


def _with(documents, facet, counts, chosen):
    """The counts of a facet, each without its own narrowing, with those of the documents."""
    fitting = (document for document in documents if _fits(document, chosen, but=facet))
    return dict(Counter(counts) + Counter(value for one in fitting for value in one.facets.get(facet, ())))


class _Promotions:
    """Rows of (searches, languages, references), compiled for a look-up by the keys of a query."""

    def __init__(self, rows):
        self._by_key = {}
        for phrases, languages, references in rows:
            for language in languages:
                for wanted in {signature(line, language) for line in phrases.splitlines()}:
                    self._by_key.setdefault((language, min(wanted)), []).append((wanted, references))

    def references(self, language, query):
        """What is promoted for a query that has no words but those of a search, in any form and order."""
        words = [frozenset(group.phrases[0][0].keys) for group in query.groups]
        every = frozenset().union(*words)
        found = (
            reference
            for key in sorted(every)
            for wanted, references in self._by_key.get((language, key), ())
            if wanted <= every and not any(wanted.isdisjoint(word) for word in words)
            for reference in references
        )
        return tuple(dict.fromkeys(found))


def _site_promotions():
    return _compiled(remember("search:promotions", _rows))


def _rows():
    promotions = Promotion.objects.prefetch_related("results")
    return tuple(
        (one.phrases, tuple(one.languages), tuple(result.reference for result in one.results.all()))
        for one in promotions
    )


@lru_cache(maxsize=1)
def _compiled(rows):
    return _Promotions(rows)
