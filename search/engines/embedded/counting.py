"""Counts the values of facets in a tantivy index."""

from search.engines.embedded.queries import compile_query
from search.engines.embedded.schema import facet_field, facet_value

# More values than this in one facet aren't counted: tantivy ends an aggregation there.
MOST_VALUES = 65_000


def counted(searcher, request, known):
    """{facet: {value: count}}, each facet without its own narrowing.

    `known` holds the counts of what nothing narrows, by language and facet; whoever calls forgets it with `searcher`.
    """
    counts = {}
    for without, names in _together(request):
        if request.query.groups or any(values for name, values in request.chosen.items() if name != without):
            counts |= _counts(searcher, request, without, names)
            continue
        of_language = known.setdefault(request.site_language, {})
        if missing := [name for name in names if name not in of_language]:
            of_language.update(_counts(searcher, request, without, missing))
        counts |= {name: dict(of_language[name]) for name in names}
    return counts


def _together(request):
    """Pairs of the facet whose narrowing is left out, and the facets counted so: those that aren't narrowed at once."""
    asked = {}
    for name in request.counted:
        asked.setdefault(name if request.chosen.get(name) else None, []).append(name)
    return asked.items()


def _counts(searcher, request, without, names):
    query = compile_query(request.query, request.site_language, request.chosen, without=without)
    terms = {str(n): {"terms": {"field": facet_field(name), "size": MOST_VALUES}} for n, name in enumerate(names)}
    found = searcher.aggregate(query, terms)
    return {
        name: {facet_value(bucket["key"]): bucket["doc_count"] for bucket in found[str(n)]["buckets"]}
        for n, name in enumerate(names)
    }
