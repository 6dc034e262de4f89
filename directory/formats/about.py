"""The page that tells readers how to take the open data along."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.page_cache.middleware import share
from directory.formats.documents import MOST
from directory.formats.records import FIELDS
from directory.links import list_url


def about(request, filters):
    request.routable_suffix = "?format=about"
    descriptions = _descriptions()
    context = {
        "filters": filters,
        "fields": [(name, descriptions[name]) for name in FIELDS],
        "most": MOST,
        "crumbs": [{"title": _("Directory"), "url": list_url()}],
    }
    return share(render(request, "directory/open_data.html", context))


def _descriptions():
    """What each of the `FIELDS` holds."""
    several = _("Several words, each with its id.")
    return {
        "id": _("The number of the profile. It never changes."),
        "url": _("The page of the profile. Older addresses lead to the newest one."),
        "name": _("Its name."),
        "name_language": _("The language of the name (BCP 47)."),
        "summary": _("One or two sentences, at most 280 characters."),
        "summary_language": _("The language of the summary: that of the list where there is a text in it."),
        "kind": _("The kind of organisation: a word of our vocabulary with its id."),
        "stage": _("How far the innovation has come: a word with its id."),
        "theme": _("The main theme: a word with its id."),
        "other_themes": several,
        "target_groups": several,
        "innovation_types": several,
        "sdgs": _("Sustainable Development Goals of the United Nations."),
        "topics": pgettext("open data", "Topics, each with its id."),
        "founded": _("The year of foundation."),
        "country": _("The code of the country (ISO 3166-1, two letters)."),
        "province": _("The province in Bulgaria."),
        "settlement": _("The town or village."),
        "latitude": _("Degrees (WGS 84); that of the town where the profile has no position of its own."),
        "longitude": _("The same; in GeoJSON both are the geometry."),
        "website": _("The website."),
        "links": _("Pages elsewhere."),
        "verified": _("Whether we have checked the profile."),
        "confirmed_on": _("The day on which somebody last confirmed that the profile is true."),
        "demonstration": _("Whether the profile is made up to show what the directory looks like."),
        "published": _("When the profile was first published (ISO 8601)."),
        "changed": _("When it last changed."),
    }
