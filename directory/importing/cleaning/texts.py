"""Texts of other collections as plain text and as the rich text that our editors write."""

import html
import re
import unicodedata

import nh3

from core.rich_text import TAGS
from core.validators import without_hidden_characters
from directory.importing.cleaning.contacts import MARK, cut_contacts, has_contact

LONGEST_STORY = 50_000
# As they are stored: links to our own pages and documents by their kind and id.
_ATTRIBUTES = {"a": {"href", "hreflang", "linktype", "id"}}
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--")
_BLOCKS = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|hr)\b[^<>]{0,2000}>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});?")
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…。](?:[\"“”»)’']{0,2})(?=\s)")
_BETWEEN_TAGS = re.compile(r"(<[^<>]*>)")
_EMPTY_BLOCKS = re.compile(r"<(p|li|ul|ol|b|i|em|strong|a)\b[^>]*>\s*</\1>")
_SHORTEST_SUMMARY = 80


def decode(text):
    """`text` without hidden characters. Entities become characters, unless it is HTML, where they mean something."""
    for _again in range(2):
        if not has_markup(text) and _ENTITY.search(text):
            text = html.unescape(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u00ad", "")
    return without_hidden_characters(unicodedata.normalize("NFC", text))


def has_markup(text):
    return bool(_TAG.search(text))


def to_plain(text):
    """The words of `text`, which may be HTML: a line a paragraph."""
    if has_markup(text):
        text = html.unescape(nh3.clean(_BLOCKS.sub("\n", text), tags=set()))
        text = without_hidden_characters(text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def to_line(text):
    """The words of `text` in one line: a name, a settlement."""
    return " ".join(to_plain(text).split())


def to_story(text):
    """(rich text, number of contacts that were cut out) of decoded `text`, which may be HTML."""
    if has_markup(text):
        story, cut = _cut_in_html(canonical(text))
        if not has_contact(to_plain(story)):
            return story, cut
    # Plain, or an address hides across tags: the words alone are safe.
    plain, cut = cut_contacts(to_plain(text))
    return _paragraphs(plain), cut


def canonical(text):
    """Rich text as an import writes it, so that what says the same is the same."""
    if not has_markup(text):
        return _paragraphs(text)
    story = nh3.clean(text, tags=TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None)
    return _without_empty_blocks(story)


def summarise(text, limit):
    """The sentences of plain `text` that `limit` characters have room for; a long first sentence is cut at a word."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    ends = [match.end() for match in _SENTENCE_END.finditer(line, 0, limit + 1) if match.end() <= limit]
    if ends and ends[-1] >= _SHORTEST_SUMMARY:
        return line[: ends[-1]]
    cut = line[: limit - 1]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > limit // 2 else cut).rstrip(" ,;:–-") + "…"


def _cut_in_html(story):
    """Cut contacts out of the words and the links of clean HTML."""
    number = 0

    def without_address(match):
        nonlocal number
        if not has_contact(html.unescape(match[1])):
            return match[0]
        number += 1
        return match[2]

    parts = _BETWEEN_TAGS.split(_LINK.sub(without_address, story))
    for position in range(0, len(parts), 2):
        words = html.unescape(parts[position])
        if has_contact(words):
            kept, cut = cut_contacts(words)
            number += cut
            parts[position] = _escape(f" {kept} ") if kept else MARK
    return _without_empty_blocks("".join(parts)), number


def _without_empty_blocks(story):
    while _EMPTY_BLOCKS.search(story):
        story = _EMPTY_BLOCKS.sub("", story)
    return story.strip()


def _paragraphs(plain):
    return "".join(f"<p>{_escape(line)}</p>" for line in plain.split("\n") if line.strip())


def _escape(text):
    return html.escape(text, quote=False)
