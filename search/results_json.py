"""What was found, as programs read it."""

from search.asked import FACETS
from search.facets import values_of


def as_data(found, absolute):
    """A page of the results; `absolute` makes whole addresses of paths."""
    asked = found.asked
    return {
        "query": asked.text,
        "understood": found.in_short,
        "corrected": found.corrected or None,
        "total": found.total,
        "facets": {facet: _values(facet, asked, found.counts.get(facet, {})) for facet in FACETS},
        "hits": [_hit(hit, absolute) for hit in found.hits],
        "next": absolute(asked.url(found.number + 1, "search_json")) if found.number < found.last_page else None,
    }


def _values(facet, asked, counts):
    return [
        {"value": one.value, "label": one.label, "count": one.count, "selected": one.selected}
        for one in values_of(facet, asked, counts)
    ]


def _hit(hit, absolute):
    document = hit.document
    return {
        "kind": document.kind,
        "id": document.object_id,
        "language": document.text_language,
        "url": absolute(document.url),
        "title_html": hit.title_html,
        "excerpt_html": hit.excerpt_html,
        "score": round(hit.score, 4),
    } | ({"promoted": True} if hit.promoted else {})
