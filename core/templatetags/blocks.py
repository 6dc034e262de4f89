"""What block templates need: links, rich text and anchors of the body that is being rendered."""

from django import template

from core.blocks.rendering import Rendering

register = template.Library()


def _rendering(context):
    # A block alone (a preview in the admin) has no body around it.
    return context.get("rendering") or Rendering()


@register.simple_tag(takes_context=True)
def resolve_link(context, link):
    """`{% resolve_link value.link as target %}`: a `ResolvedLink`, or None where it leads nowhere."""
    return _rendering(context).links.resolve(link)


@register.simple_tag(takes_context=True)
def resolve_links(context, links):
    """`{% resolve_links value.links as targets %}`: those of the links that lead somewhere."""
    return _rendering(context).links.resolve_all(links)


@register.simple_tag(takes_context=True)
def richtext_html(context, value):
    """The sanitised HTML of a rich text block's value."""
    return _rendering(context).rich_text(value.source if value else "")


@register.simple_tag(takes_context=True)
def anchor(context, text):
    """An id for a heading, unique on the page."""
    return _rendering(context).anchor(text)


@register.simple_tag(takes_context=True)
def richtext_source(context, source):
    """The sanitised HTML of a rich text field's stored text."""
    return _rendering(context).rich_text(source)
