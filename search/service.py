"""Search over any engine: strict matches first, weaker ones behind them, ranked for the reader, counted exactly."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from search.analysis import Understood
from search.engines.base import Engine, Request
from search.ranking import Facts, ranked
from search.terms import Query

# Where strict matches fill less than this, weaker ones follow.
PAGE = 20
# How many are ranked by more than the engine's score.
RANKED = 200
# Nobody reads further, and Elasticsearch answers no further.
DEEPEST = 10_000
# How many times a query is loosened at most.
STEPS = 5


@dataclass(frozen=True)
class Hit:
    """A document found; a weak one lacks some of the words or has them by their roots alone."""

    id: int
    score: float
    weak: bool = False


@dataclass(frozen=True)
class Answer:
    """`total` and `counts` are of all that matches `query`, of which `hits` are a page."""

    hits: tuple[Hit, ...]
    total: int
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    query: Query = field(default_factory=Query)


def answer(
    engine: Engine,
    understood: Understood,
    request: Request,
    facts_of: Callable[[Collection[int]], Mapping[int, Facts]],
    *,
    language: str,
    today: int,
):
    """What the engine has for an understood query, in the reader's order.

    `request` says what else is asked (site language, facets, order, page); its own query isn't looked at. `facts_of`
    gives the facts of the ids that still exist.
    """
    steps = list(loosened(understood.query))
    if request.order != "score" or not understood.query.groups:
        return _plainly(engine, _widest(engine, steps, request), request)
    hits, used = [], steps[0]
    for weak, used in enumerate(steps):
        found = engine.search(replace(request, query=used, counted=(), offset=0, limit=_depth(request)))
        seen = {hit.id for hit in hits}
        new = [hit for hit in found.hits if hit[0] not in seen]
        hits += (Hit(one, score, bool(weak)) for one, score in _ranked(new, facts_of, language, today))
        if found.total >= PAGE:
            break
    return _counted(engine, hits, used, found.total, request)


def loosened(query: Query):
    """The query as it is; then with words by their roots; then with ever fewer of the words, down to one."""
    yield query
    count = len(query.groups)
    if count == 0:
        return
    fewer = range(count - 1, 0, -1)
    for needed in (count, *fewer[: STEPS - 1], *fewer[STEPS - 1 :][-1:]):
        yield replace(query, needed=needed, weakly=True)


def _ranked(hits, facts_of, language, today):
    first, rest = hits[:RANKED], hits[RANKED:]
    facts = facts_of([one for one, _ in first])
    return [*ranked(first, facts, language=language, today=today), *rest]


def _depth(request):
    return min(max(RANKED, request.offset + request.limit), DEEPEST)


def _widest(engine, steps, request):
    """The first of the queries that fills a page, or the last."""
    for query in steps:
        if engine.search(replace(request, query=query, counted=(), offset=0, limit=1)).total >= PAGE:
            return query
    return steps[-1]


def _plainly(engine, query, request):
    found = engine.search(replace(request, query=query))
    return Answer(tuple(Hit(one, score) for one, score in found.hits), found.total, found.counts, query)


def _counted(engine, hits, query, total, request):
    counts = {}
    if request.counted:
        counts = engine.search(replace(request, query=query, offset=0, limit=1)).counts
    return Answer(tuple(hits[request.offset : request.offset + request.limit]), total, counts, query)
