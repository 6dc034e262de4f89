"""The form that asks only for an address: above the footer of every page, and as a block."""

from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from core.protection import Stamp
from core.templatetags.remembering import remembered
from newsletters.forms import PURPOSE
from newsletters.offers import consent_text, short_offer

# Stands in the footer that is remembered where each page has a stamp of its own.
STAMP_PLACE = "newsletters-stamp"


def show_in_footer():
    """The form, or nothing while no list is offered in it."""
    if not short_offer().lists:
        return ""
    html = remembered("newsletters/footer.html", **short_form_context("footer") | {"stamp": STAMP_PLACE})
    return mark_safe(html.replace(STAMP_PLACE, _stamp()))  # noqa: S308 (a template made it; stamps are plain)


def short_form_context(place):
    """What templates/newsletters/short_form.html takes; `place` begins the ids on a page with several such forms."""
    return {
        "stamp": _stamp(),
        "lists": short_offer().lists,
        "place": place,
        "language": get_language(),
        "consent": consent_text(),
    }


def _stamp():
    return Stamp(PURPOSE).make()
