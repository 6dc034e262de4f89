"""Where the reader is in the navigation."""

from django import template
from django.urls import reverse

from core import footer

register = template.Library()


@register.simple_tag
def home_url():
    """The address of the first page in the reader's language; asks nothing of the database."""
    return reverse("wagtail_serve", args=[""])


@register.simple_tag(takes_context=True)
def marked(context, links):
    """`{% marked navigation.header as links %}`: pairs of a link and its `aria-current`.

    That is "page" for a link to this page, "true" for one to the part that it lies in, or "".
    """
    request = context.get("request")
    path = request.path if request else ""
    return tuple((link, _mark(link.url, path)) for link in links)


@register.simple_tag
def footer_parts():
    """`{% footer_parts as parts %}`: what apps show above the foot of every page."""
    return footer.parts()


def _mark(url, path):
    if not url or not path:
        return ""
    if url == path:
        return "page"
    return "true" if url.endswith("/") and path.startswith(url) and url != home_url() else ""
