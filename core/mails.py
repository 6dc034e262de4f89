"""Letters: made by name and language of templates/emails/<name>/{subject.txt,body.txt,body.mjml}."""

import mrml
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from core.models import SiteSettings

# Mrml would link a web font service for fonts that it knows.
_OPTIONS = mrml.RenderOptions(fonts={})


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
    """The HTML of MJML: tables and inline styles that mail programs understand, nothing that is fetched."""
    return mrml.to_html(mjml, render_options=_OPTIONS).content


def one_line(text):
    """`text` without line breaks, which would begin another header."""
    return " ".join(text.split())
