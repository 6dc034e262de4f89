"""How long a text takes to read."""

from django.utils.html import strip_tags

WORDS_A_MINUTE = 200
# What stands in the data of a body and isn't read.
UNREAD = {"id", "type", "level", "url", "route"}


def count_words(raw):
    """The words in the raw data of a StreamField. Nothing is fetched for it, neither pictures nor pages."""
    if isinstance(raw, str):
        return len(strip_tags(raw.replace("</", " </")).split())
    if isinstance(raw, dict):
        return sum(count_words(value) for name, value in raw.items() if name not in UNREAD)
    if isinstance(raw, (list, tuple)):
        return sum(map(count_words, raw))
    return 0
