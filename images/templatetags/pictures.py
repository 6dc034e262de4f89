"""`{% picture %}`: one image in one of the site's shapes.

Wagtail's `wagtailimages_tags` has a tag of the same name and another syntax. A template loads one library or the other;
with both, the one loaded last wins and the other's arguments are refused while the template is parsed.
"""

import logging
from functools import lru_cache

from django import template
from django.utils.translation import get_language
from wagtail.images.models import Filter, SourceImageIOError

from core.fields import PerLanguage
from images.presets import PRESETS, fallback_width, filter_specs, formats, spec, widths

logger = logging.getLogger(__name__)
register = template.Library()
MIME_TYPES = {"avif": "image/avif", "webp": "image/webp"}


@register.inclusion_tag("components/picture.html")
def picture(image, preset, *, alt=None, eager=False, sizes="", css_class=""):
    """The image in the shape of `preset` (see images/presets.py), sharp on every screen and without layout shift.

    `alt` takes the place of the image's own text; "" marks it as decoration. `eager` is for the one picture that a
    reader sees first. `sizes` replaces those of the preset where a page shows it otherwise. An image whose file is
    gone shows nothing.
    """
    if not image:
        return {}
    try:
        renditions = image.get_renditions(*map(_filter, filter_specs(preset, image)))
    except SourceImageIOError:
        logger.warning("The file of image %s is missing.", image.pk)
        return {}
    shape = PRESETS[preset]
    *modern, last = formats(shape)
    return {
        "image": renditions[spec(shape, image, fallback_width(shape, image), last)],
        "sources": [{"type": MIME_TYPES[name], "srcset": _srcset(renditions, shape, image, name)} for name in modern],
        "sizes": sizes or shape.sizes,
        "alternative": image.default_alt_text if alt is None else alt,
        "language": _foreign_language(image) if alt is None else "",
        "eager": eager,
        "css_class": css_class,
    }


@lru_cache(maxsize=512)
def _filter(filter_spec):
    """The filter of Wagtail, which takes its specification to pieces only once."""
    return Filter(spec=filter_spec)


def _srcset(renditions, shape, image, name):
    chosen = [renditions[spec(shape, image, width, name)] for width in widths(shape, image)]
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in chosen)


def _foreign_language(image):
    """The language of the alternative text where it isn't the reader's."""
    language = PerLanguage(image.alt).language()
    return language if language and language != get_language() else ""
