"""Rich text as plain text."""

import re

from wagtail.utils.text import text_from_html

_ENDS = re.compile(r"(</(?:p|li)>|<br ?/?>)")


def plain_text(html):
    """What a reader would read of `html`, a line for each paragraph."""
    return text_from_html(_ENDS.sub(r"\1\n", html or "")).strip()
