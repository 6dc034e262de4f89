"""RSS of the newest of what a search finds, each marked with the language of its text."""

import datetime
import re

from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed

from core.models import SiteSettings

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
# What XML 1.0 cannot hold (section 2.2); the generator would refuse the whole feed.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class ResultsFeed(Rss201rev2Feed):
    """RSS 2.0 with the language of each item (Dublin Core)."""

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:dc": DUBLIN_CORE}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:language", item["language"])


def as_rss(found, title, absolute, host):
    """The feed of what was found; `absolute` makes whole addresses of paths, `host` goes into the items' ids."""
    asked = found.asked
    title = _writable(f"{title} – {SiteSettings.for_language(asked.language).name}")
    feed = ResultsFeed(
        title=title,
        link=absolute(asked.url()),
        description=title,
        language=asked.language,
        feed_url=absolute(asked.url(view="search_rss")),
    )
    for hit in found.hits:
        document = hit.document
        feed.add_item(
            title=_writable(document.title),
            link=absolute(document.url),
            description=_writable(document.summary),
            # One object is one item in the feeds of all languages (RFC 4151).
            unique_id=f"tag:{host},2026:{document.kind}-{document.object_id}",
            unique_id_is_permalink=False,
            pubdate=_beginning(document.date),
            categories=[_writable(hit.kind_label)],
            language=document.text_language,
        )
    return feed.writeString("utf-8")


def _beginning(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time())) if day else None


def _writable(text):
    return UNWRITABLE.sub("", str(text))
