"""What stands on the page of results."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.paging import pages_around
from search.asked import FACETS
from search.facets import LABELS, value_label


@dataclass(frozen=True)
class Way:
    """A way to other results: a page of them, or those without one filter, which `facet_label` names."""

    label: str
    url: str
    current: bool = False
    facet_label: str = ""


def results_context(found, unfolded=()):
    """The context of templates/search/results.html; the facets named in `unfolded` show all values."""
    asked, number = found.asked, found.number
    chosen = _chosen(asked)
    return {
        "asked": asked,
        "found": found,
        "title": title_of(asked, number),
        "chosen": chosen,
        "clear_url": asked.but(chosen={}).url(),
        "facets": found.facets(unfolded),
        "action": reverse("search"),
        "rss_url": asked.url(view="search_rss"),
        "json_url": asked.url(number, "search_json"),
        "hidden": [(name, value) for name, value in asked.fields() if name not in FACETS],
        "exactly_url": asked.but(exactly=True).url() if found.corrected else "",
        "corrected_url": asked.but(text=found.corrected).url() if found.corrected else "",
        "part": found.paginator.page(number),
        "pages": _pages(asked, number, found.last_page),
        "previous_url": asked.url(number - 1) if number > 1 else "",
        "next_url": asked.url(number + 1) if number < found.last_page else "",
        "order": pgettext("order of results", "best first")
        if asked.text
        else pgettext("order of results", "newest first"),
    }


def resting_context(asked):
    """The same while the engine doesn't answer."""
    return {"asked": asked, "resting": True, "title": title_of(asked)}


def _chosen(asked):
    return [
        Way(value_label(facet, value, asked.language), asked.without(facet, value).url(), facet_label=LABELS[facet])
        for facet in FACETS
        for value in asked.chosen.get(facet, ())
    ]


def title_of(asked, number=1):
    """What tells this page from all others of the site."""
    said = [_("“%(text)s”") % {"text": asked.text}] if asked.text else []
    parts = [", ".join((*said, *(one.label for one in _chosen(asked)))), _("Search")]
    if number > 1:
        parts.append(_("page %(number)d") % {"number": number})
    return " – ".join(part for part in parts if part)


def _pages(asked, number, last):
    """Numbered pages around `number`; None stands for those left out."""
    return [page and Way(str(page), asked.url(page), current=page == number) for page in pages_around(number, last)]
