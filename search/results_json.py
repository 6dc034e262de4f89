"""What was found, as programs read it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.languages.names import language_name
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


def as_suggestions(asked, found):
    """What is suggested for the text so far, and how many that are in a line for screen readers."""
    said = ngettext("%(count)d suggestion", "%(count)d suggestions", len(found)) % {"count": len(found)}
    return {
        "query": asked.text,
        "said": said if found else _("No suggestions"),
        "suggestions": [_suggestion(one, asked.language) for one in found],
    }


def _suggestion(one, language):
    code = one.document.text_language
    return {
        "kind": one.document.kind,
        "kind_label": one.kind_label,
        "language": code,
        "language_label": _("in %(language)s") % {"language": language_name(code)} if code != language else "",
        "url": one.document.url,
        "title_html": one.title_html,
        "why": one.why,
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
