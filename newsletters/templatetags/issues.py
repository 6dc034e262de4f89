"""What the templates of issues need."""

import datetime

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from core.languages.names import language_name
from core.rich_text import sanitise

register = template.Library()


@register.filter
def written_html(html):
    """The HTML of a text, with nothing in it that editors can't write, whatever was stored."""
    return mark_safe(sanitise(html).replace("<br>", "<br />"))  # noqa: S308 (sanitised right here)


@register.filter
def as_date(text):
    """The day that stands in a frozen content as "2026-11-25"."""
    return datetime.date.fromisoformat(text)


@register.filter
def underline(text, mark):
    return mark * min(len(str(text)), 76)


@register.simple_tag
def in_language(code):
    """ "in English", for what is shown as the original."""
    return gettext("in %(language)s") % {"language": language_name(code)}
