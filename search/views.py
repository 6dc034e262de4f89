"""What readers get at the addresses of the site's search."""

import logging
from functools import wraps

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.errors import nothing_here
from core.middleware.addresses import takes_any_query
from core.page_cache.middleware import share
from core.paging import page_number
from search.asked import Asked
from search.counting import count_search
from search.engines.base import EngineAway
from search.facets import with_todays_topics
from search.results_feed import as_rss
from search.results_json import as_data, as_suggestions
from search.results_page import Way, resting_context, results_context, title_of
from search.site import SiteSearch
from search.suggesting import suggestions

logger = logging.getLogger(__name__)

# What people type is nothing that anybody else should keep or list.
NOT_KEPT = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}


def answering(name):
    """Give the view `name` what is asked, whatever it is. Topics as they were called before lead to today's."""

    def decorate(view):
        @require_safe
        @takes_any_query
        @wraps(view)
        def answered(request):
            asked = Asked.parse(request.GET, get_language())
            if (today := with_todays_topics(asked)) != asked:
                return redirect(today.url(view=name), permanent=True)
            return view(request, asked)

        return answered

    return decorate


@answering("search")
def results(request, asked):
    """A page of what was found, or the form alone where nothing was asked."""
    if not asked:
        # All other pages differ by what people type: kept, they would drive out those that many ask for.
        return share(render(request, "search/results.html", {"asked": asked, "title": _("Search")}))
    number = page_number(request.GET.get("page"))
    try:
        found = SiteSearch(asked, number or 1)
    except EngineAway:
        logger.exception("The search doesn't answer.")
        return render(request, "search/results.html", resting_context(asked))
    if number is None or number > found.last_page:
        return nothing_here(request, **_beyond(found))
    count_search(request, found)
    return render(request, "search/results.html", results_context(found, request.GET.getlist("more")))


@answering("search_json")
def results_json(request, asked):
    """The same for programs: status 404 for a page that isn't there, 503 while the search rests."""
    number = page_number(request.GET.get("page"))
    try:
        found = SiteSearch(asked, number or 1)
    except EngineAway:
        logger.exception("The search doesn't answer.")
        return _data({"error": "The search is resting."}, 503)
    if number is None or number > found.last_page:
        return _data({"error": "There is no such page."}, 404)
    return _data(as_data(found, request.build_absolute_uri), 200)


@answering("search_rss")
def results_rss(request, asked):
    """The newest of what was found, as a feed; 503 while the search rests."""
    try:
        found = SiteSearch(asked, newest=True)
    except EngineAway:
        logger.exception("The search doesn't answer.")
        return HttpResponse("The search is resting.", "text/plain", 503, headers=NOT_KEPT)
    feed = as_rss(found, title_of(asked), request.build_absolute_uri, request.get_host())
    return HttpResponse(feed, "application/rss+xml; charset=utf-8", headers=NOT_KEPT)


@answering("search_suggest")
def suggest_json(request, asked):
    """What the text so far may become; nothing while the search rests."""
    try:
        found = suggestions(asked.text, asked.language)
    except EngineAway as error:
        logger.warning("No suggestions: %s", error)
        found = []
    return _data(as_suggestions(asked, found), 200)


def _data(data, status):
    return JsonResponse(data, status=status, headers=NOT_KEPT, json_dumps_params={"ensure_ascii": False})


def _beyond(found):
    """What a reader can do who asked for a page that isn't there, or is too far down to be turned to."""
    links = [Way(_("To the first page"), found.asked.url())]
    if found.paginator.num_pages > found.last_page:
        text = _("Results are shown as far as page %(last)d. Add a word or a filter to have fewer.")
        return {"title": _("Too far down"), "text": text % {"last": found.last_page}, "links": links}
    text = ngettext("There is %(pages)d page of results.", "There are %(pages)d pages of results.", found.last_page)
    return {"title": _("No such page"), "text": text % {"pages": found.last_page}, "links": links}
