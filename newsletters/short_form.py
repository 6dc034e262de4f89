"""The form that asks only for an address: above the footer of every page, and as a block."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from newsletters.forms import SubscribeForm
from newsletters.offers import consent_text, short_offer


def show_in_footer():
    """The form, or nothing while no list is offered in it."""
    offer = short_offer()
    if not offer.lists:
        return ""
    return render_to_string("newsletters/footer.html", short_form_context(offer, "footer"))


def short_form_context(offer, place):
    """What templates/newsletters/short_form.html takes; `place` begins the ids on a page with several such forms."""
    form = SubscribeForm(offer=offer)
    return {
        "form": form,
        "lists": offer.lists,
        "place": place,
        "language": get_language(),
        "consent": consent_text(),
    }
