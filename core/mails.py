"""Letters: made by name and language of templates/emails/<name>/{subject.txt,body.txt,body.mjml}."""

import re

import mrml
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from core.folding import fold
from core.models import SiteSettings

# Mrml would link a web font service for fonts that it knows.
_OPTIONS = mrml.RenderOptions(fonts={})
# In attributes it writes accents that stand alone, and marks of private use, as Rust's debugging does: \u{301}.
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{2,5})\}")
LAST_OF_ASCII = 0x7F


def compose(name, *, language, to, context, reply_to=(), headers=None):
    """The letter `name` in `language` as a message that is ready to be sent; `site` is the site's settings in it.

    The text part and the HTML part say the same. `headers` are set beside the usual ones.
    """
    with override(language):
        context = {"site": SiteSettings.for_language(language), "language": language, **context}
        message = EmailMultiAlternatives(
            subject=one_line(render_to_string(f"emails/{name}/subject.txt", context)),
            body=render_to_string(f"emails/{name}/body.txt", context).strip() + "\n",
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=to,
            reply_to=reply_to,
            headers=headers,
        )
        message.attach_alternative(as_html(render_to_string(f"emails/{name}/body.mjml", context)), "text/html")
    return message


def as_html(mjml):
    """The HTML of MJML, in short lines: what mail programs understand, and nothing that they would fetch."""
    html = mrml.to_html(mjml, render_options=_OPTIONS).content
    html = _ESCAPED.sub(lambda found: chr(code) if (code := int(found[1], 16)) > LAST_OF_ASCII else found[0], html)
    return fold(html)


def one_line(text):
    """`text` without line breaks, which would begin another header."""
    return " ".join(text.split())
