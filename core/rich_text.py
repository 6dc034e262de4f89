"""Rich text for readers: links resolved with the body's own, and nothing in it that our editors cannot write."""

import re
from functools import lru_cache
from html import unescape

import nh3
from django.utils.html import escape, strip_tags
from django.utils.safestring import mark_safe
from wagtail.rich_text.rewriters import LinkRewriter

# The features of every rich text on the site; `TAGS` is what they make.
FEATURES = ["bold", "italic", "link", "ol", "ul", "document-link"]
TAGS = {"p", "br", "b", "strong", "i", "em", "a", "ol", "ul", "li"}
ATTRIBUTES = {"a": {"href", "hreflang"}}
SCHEMES = {"http", "https", "mailto", "tel"}

_TAG = r'<a\b(?=[^>]*\blinktype="{}")[^>]*\bid="(\d+)"'
_LINKS = {kind: re.compile(_TAG.format(kind)) for kind in ("page", "document")}


def linked_ids(kind, source):
    """The ids of the pages or documents (`kind`) that the stored `source` links to."""
    return {int(pk) for pk in _LINKS[kind].findall(source or "")}


def render(source, *, links, documents):
    """The HTML of a stored rich text. A link that leads nowhere leaves its words behind.

    `links` is a `LinkResolver`; `documents` gives the documents by id.
    """
    rules = {"page": lambda attrs: _page_link(attrs, links), "document": lambda attrs: _document_link(attrs, documents)}
    return mark_safe(sanitise(LinkRewriter(rules=rules)(source or "")))  # noqa: S308 (sanitised right here)


@lru_cache(maxsize=512)
def sanitise(html):
    """`html` with only the tags, attributes and link protocols that editors may use."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def _page_link(attrs, links):
    page = links.page(attrs["id"]) if attrs.get("id", "").isdecimal() else None
    if page is None:
        return "<a>"
    language = links.foreign(page)
    hreflang = f' hreflang="{escape(language)}"' if language else ""
    return f'<a href="{escape(page.url)}"{hreflang}>'


def _document_link(attrs, documents):
    pk = attrs.get("id", "")
    document = documents.get(int(pk)) if pk.isdecimal() else None
    return f'<a href="{escape(document.url)}">' if document else "<a>"


def words(source):
    """The bare words of a stored rich text, in one line."""
    return " ".join(unescape(strip_tags(re.sub(r"<(?:/p|/li|br)\b[^>]*>", " ", source or ""))).split())
