"""What the site's RSS feeds share: items that say which language they are in, and texts that XML can hold."""

import re

from django.utils.feedgenerator import Rss201rev2Feed

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
# What XML 1.0 cannot hold (section 2.2); the generator would refuse the whole feed.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class MarkedRss(Rss201rev2Feed):
    """RSS 2.0 with the `language` of each item (Dublin Core)."""

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:dc": DUBLIN_CORE}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:language", item["language"])


def writable(text):
    """The text without what no XML can hold."""
    return UNWRITABLE.sub("", str(text))
