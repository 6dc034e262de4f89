"""RSS of the newest of what a search finds, each marked with the language of its text."""

import datetime

from django.utils import timezone

from core.feeds import MarkedRss, writable
from core.models import SiteSettings


def as_rss(found, title, absolute, host):
    """The feed of what was found; `absolute` makes whole addresses of paths, `host` goes into the items' ids."""
    asked = found.asked
    title = writable(f"{title} – {SiteSettings.for_language(asked.language).name}")
    feed = MarkedRss(
        title=title,
        link=absolute(asked.url()),
        description=title,
        language=asked.language,
        feed_url=absolute(asked.url(view="search_rss")),
    )
    for hit in found.hits:
        document = hit.document
        feed.add_item(
            title=writable(document.title),
            link=absolute(document.url),
            description=writable(document.summary),
            # One object is one item in the feeds of all languages (RFC 4151).
            unique_id=f"tag:{host},2026:{document.kind}-{document.object_id}",
            unique_id_is_permalink=False,
            pubdate=_beginning(document.date),
            categories=[writable(hit.kind_label)],
            language=document.text_language,
        )
    return feed.writeString("utf-8")


def _beginning(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time())) if day else None
