"""An issue as a letter: HTML through MJML and a text part, both of the same content, rendered once a language."""

import re
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from core.mails import as_html, one_line
from core.selectors import site_settings_for
from mailing.bodies.slots import Wording, slot
from newsletters.issues.archive import with_texts
from newsletters.issues.placeholders import as_slots
from newsletters.issues.plain import plain, wrapped

_HREF = re.compile(r'href="(/[^"]*)"')


def letter(content, *, mailing_list, archive_url=""):
    """The `Wording` of what `gathering.gather` found; every reader's own words and links are slots in it.

    `archive_url` leads to the same in the browser; without it the letter doesn't say so.
    """
    language = content["language"]
    with override(language):
        context = with_texts(content, as_slots) | {
            "site": site_settings_for(language),
            "list_name": str(mailing_list or ""),
            "archive_url": absolute(archive_url) if archive_url else "",
            "unsubscribe_url": slot("unsubscribe_url"),
            "preferences_url": slot("preferences_url"),
        }
        text = render_to_string("newsletters/mail/issue.txt", context | {"pieces": _as_text(context["pieces"])})
        html = as_html(
            render_to_string("newsletters/mail/issue.mjml", context | {"pieces": _as_html(context["pieces"])})
        )
    return Wording(one_line(content["title"]), tidy(text), html)


def absolute(url):
    """`url` with the host of this site, if it has none."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, url)


def tidy(text):
    """`text` without spaces at the ends of lines (but for "-- ") and with at most one empty line in a row."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<!\n--)[ \t]+\n", "\n", text)).strip() + "\n"


def _as_html(pieces):
    return [_whole(piece) for piece in pieces]


def _as_text(pieces):
    ready = []
    for piece in map(_whole, pieces):
        if piece["kind"] == "text":
            piece["text"] = plain(piece["html"], absolute)
        elif piece["kind"] == "quote":
            piece["text"] = wrapped(piece["text"])
        elif piece["kind"] == "items":
            piece["items"] = [item | {"summary": wrapped(item["summary"])} for item in piece["items"]]
        ready.append(piece)
    return ready


def _whole(piece):
    """A copy with whole addresses, and tags as MJML, which is XML, wants them."""
    piece = dict(piece)
    if piece["kind"] == "text":
        html = _HREF.sub(lambda found: f'href="{absolute(found[1])}"', piece["html"])
        piece["html"] = html.replace("<br>", "<br />")
    for name in ("url", "src"):
        if name in piece:
            piece[name] = absolute(piece[name])
    if "items" in piece:
        piece["items"] = [item | {"url": absolute(item["url"])} for item in piece["items"]]
    return piece
