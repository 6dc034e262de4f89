"""What search engines and social networks are told about a page."""

from django import template
from django.utils.text import Truncator

register = template.Library()

LONGEST = 200


@register.simple_tag
def description_of(page, otherwise=""):
    """A sentence or two about `page`: its search description, or else its lead, or else `otherwise`."""
    own = getattr(page, "search_description", "") or getattr(page, "lead", "")
    text = " ".join((own or otherwise or "").split())
    return text if len(text) <= LONGEST else Truncator(text).chars(LONGEST)
