"""Structured data (schema.org as JSON-LD) for search engines."""

import json

from django.utils.safestring import mark_safe

# As JSON these are the same characters, but no HTML parser sees the end of the script element or a comment in them.
ESCAPES = str.maketrans({"<": r"\u003C", ">": r"\u003E", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})


def as_json_ld(data):
    """`data` safe to stand inside a script element."""
    text = json.dumps({"@context": "https://schema.org"} | data, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - escaped above


def picture_object(picture):
    """An `images.sharing.SharedPicture`, or anything with an address and a size, as schema.org has it."""
    return {"@type": "ImageObject", "url": picture.url, "width": picture.width, "height": picture.height}
