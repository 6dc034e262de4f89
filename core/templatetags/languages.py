"""Languages in templates: the switcher, the head's links, labels and notices."""

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import get_language

from core.languages import addresses, names, notices

register = template.Library()


@register.simple_tag(takes_context=True)
def language_links(context, page=None):
    """`{% language_links page as links %}`: the switcher's links; without a page those of the current view."""
    request = context.get("request")
    return addresses.language_links(request, page or None) if request else ()


@register.simple_tag(takes_context=True)
def missing_translation(context, page):
    """`{% missing_translation page as missing %}`: what the reader looked for and isn't translated, or None."""
    request = context.get("request")
    return notices.missing_translation(request, page) if request and page else None


@register.inclusion_tag("components/language_alternates.html", takes_context=True)
def alternates(context, page=None, canonical=""):
    """`{% alternates page %}`: the canonical address, and those of the same content in other languages.

    `canonical` is that relative address, where it isn't the one in the reader's language.
    """
    request = context.get("request")
    if request is None:
        return {}
    absolute = request.build_absolute_uri
    found = {code: absolute(url) for code, url in addresses.alternate_addresses(request, page or None).items()}
    return {
        "canonical": absolute(canonical or addresses.canonical_address(request, page or None)),
        "alternates": [(code, found[code]) for code in dict(settings.LANGUAGES) if code in found],
        "default": found.get(settings.LANGUAGE_CODE),
    }


@register.simple_tag
def language_label(code):
    """`{% language_label post.language %}`: says which language something is in, unless it is the reader's."""
    if not code or code == get_language():
        return ""  # nearly always: no template is asked for nothing
    return render_to_string("components/language_label.html", {"language": names.language_name(code)})


@register.simple_tag
def foreign_lang(code):
    """`<h3{% foreign_lang post.language %}>`: the lang attribute, unless it is the reader's language."""
    return format_html(' lang="{}"', code) if code and code != get_language() else ""


@register.filter
def endonym(code):
    """`{{ "bg"|endonym }}`: Български."""
    return names.endonym(code)
