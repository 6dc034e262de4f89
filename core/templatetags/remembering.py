"""Parts of pages that many readers and pages share."""

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from core.cache import remember_each

register = template.Library()


@register.simple_tag
def remembered(template_name, *key, **values):
    """`{% remembered "blog/post_item.html" post.pk post=post %}`: as `include … with … only`, made once for each key.

    It holds for one language and one content version; whatever else the `values` follow from stands in the key, which
    is the values themselves where none is given. The part sees only them: no request and no reader, so that nothing of
    these can get into what others are shown. While templates are being written (DEBUG) it is made each time.
    """
    # A text that is safe as HTML equals the same one that isn't; what is made of them differs.
    key = key or tuple((name, type(value), value) for name, value in values.items())

    def made(_missing=None):
        return {key: mark_safe(render_to_string(template_name, values))}  # noqa: S308 (a template made it)

    return (made() if settings.DEBUG else remember_each(f"{template_name}:{get_language()}", [key], made))[key]
