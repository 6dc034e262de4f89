"""How long a text takes to read."""

import re

WORDS_A_MINUTE = 200
# What stands in the data of a body and isn't read.
UNREAD = {"id", "type", "level", "url", "route"}
_TAG = re.compile(r"<[^>]*>")


def count_words(raw):
    """The words in the raw data of a StreamField. Nothing is fetched for it, neither pictures nor pages."""
    if isinstance(raw, str):
        return len((_TAG.sub(" ", raw) if "<" in raw else raw).split())
    if isinstance(raw, dict):
        return sum(count_words(value) for name, value in raw.items() if name not in UNREAD)
    if isinstance(raw, (list, tuple)):
        return sum(map(count_words, raw))
    return 0
