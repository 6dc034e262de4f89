"""What stands on the page of the list, and on that of the map."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.facets import SHOWN
from directory.filters import View
from directory.links import criteria, fields_but, list_url, page_links, sorts, views
from directory.models import Facet
from directory.places import settlements


def list_context(listing, number, unfolded):
    """The context of templates/directory/list.html on page `number`; the facets named in `unfolded` show all values."""
    filters = listing.filters
    chosen = criteria(filters)
    context = {
        "listing": listing,
        "filters": filters,
        "title": _title(listing, chosen, number),
        "chosen": chosen,
        "facets": listing.facets(unfolded),
        "groups": listing.groups(),
        "several_groups": len(filters.chosen.get(Facet.TARGET_GROUP, ())) > 1,
        "settlements": settlements(filters.language),
        "hidden": _hidden(filters),
        "views": views(filters),
        "list_url": list_url(),
        "clear_url": list_url(filters.cleared()),
        **(_corrected(filters) if listing.count else {}),
        "ways_out": [] if listing.count else listing.ways_out(),
    }
    if filters.view == View.MAP:
        return context | _map(listing)
    return context | _part(listing, number)


def _corrected(filters):
    """The text that was looked for instead of the one typed, and the ways to either."""
    text = filters.matches.corrected if filters.matches else ""
    if not text:
        return {}
    urls = {"exactly_url": list_url(filters.but(exactly=True)), "corrected_url": list_url(filters.but(text=text))}
    return {"typed": filters.text, "corrected": text, **urls}


def _hidden(filters):
    """What each form keeps of what the others ask."""
    groups = [Facet.TARGET_GROUP.value] if len(filters.chosen.get(Facet.TARGET_GROUP, ())) < 2 else []
    return {
        "questions": fields_but(filters, "q", "exactly", "near", *groups),
        "facets": fields_but(filters, *(facet.value for facet in SHOWN)),
        "sort": fields_but(filters, "sort"),
    }


def _part(listing, number):
    filters, part = listing.filters, listing.page(number)
    return {
        "part": part,
        "pages": page_links(filters, number, listing.last_page),
        "previous_url": list_url(filters, page=number - 1 if number > 2 else "") if number > 1 else "",
        "next_url": list_url(filters, page=number + 1) if number < listing.last_page else "",
        "sorts": sorts(filters),
        "order": filters.order.label,
    }


def _map(listing):
    places = listing.places()
    towns = next((len(links) for facet, links in places if facet == Facet.PLACE), 0)
    profiles = ngettext("%(count)s profile", "%(count)s profiles", listing.count)
    where = ngettext("%(profiles)s in %(towns)d town", "%(profiles)s in %(towns)d towns", towns)
    count = {"count": number_format(listing.count, force_grouping=listing.count >= 10_000)}
    return {"is_map": True, "places": places, "where": where % {"profiles": profiles % count, "towns": towns}}


def _title(listing, chosen, number):
    """What tells this page from all others of the site, in a list of tabs or a search engine."""
    parts = [", ".join(one.label for one in chosen)] if chosen else []
    parts.append(listing.title.replace("\xad", ""))
    if number > 1:
        parts.append(_("page %(number)d") % {"number": number})
    return " – ".join(parts)
