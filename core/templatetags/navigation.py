"""Where the reader is in the navigation."""

from django import template
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def home_url():
    """The address of the first page in the reader's language; asks nothing of the database."""
    return reverse("wagtail_serve", args=[""])


@register.simple_tag(takes_context=True)
def current(context, url):
    """`<a href="{{ link.url }}"{% current link.url %}>`: marks a link to this page, or to the part that it lies in."""
    request = context.get("request")
    path = request.path if request else ""
    if not url or not path:
        return ""
    if url == path:
        return format_html(' aria-current="{}"', "page")
    inside = url.endswith("/") and path.startswith(url) and url != home_url()
    return format_html(' aria-current="{}"', "true") if inside else ""
