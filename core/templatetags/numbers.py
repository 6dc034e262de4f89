"""Numbers in templates."""

from django import template
from django.utils.formats import number_format

register = template.Library()
FROM = 10_000


@register.filter
def grouped(number):
    """`{{ count|grouped }}`: 1720, but 10 000, as the language groups it. What is no number stays as it is."""
    try:
        return number_format(number, force_grouping=abs(number) >= FROM)
    except TypeError:
        return number
