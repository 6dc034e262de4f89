"""RSS and Atom of the newest posts of a language, or of those about a topic.

An item's id is its translation key: a post is one object in all languages, so when its translation appears a feed
reader updates the item it has instead of showing it a second time.
"""

import datetime

from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from blog.links import topic_path
from blog.selectors import posts_for_feed
from core.feeds import MarkedRss, writable
from core.models import SiteSettings


class RssFeed(MarkedRss):
    """RSS 2.0 with every author and the language of each item (Dublin Core)."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.addQuickElement("dc:creator", name)


class AtomFeed(Atom1Feed):
    """Atom (RFC 4287) with every author and the language of each entry."""

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


FEEDS = {"rss": RssFeed, "atom": AtomFeed}


def build_feed(kind, index, absolute, topic=None):
    """The feed of `index`, or of one of its topics, in the index's language; `absolute` completes addresses."""
    language = index.language
    address = absolute(index.url + (topic_path(topic) if topic else ""))
    settings = SiteSettings.for_language(language)
    names = [topic.labels.text(language)] if topic else []
    title = writable(" – ".join([*names, index.title, settings.name]))
    feed = FEEDS[kind](
        title=title,
        link=address,
        description=writable(index.lead or settings.tagline or title),
        subtitle=writable(index.lead or settings.tagline) or None,
        language=language,
        feed_url=f"{address}{kind}.xml",
        feed_guid=f"{address}{kind}.xml",
        author_name=writable(settings.organisation or settings.name),
    )
    for post in posts_for_feed(language, topic):
        _add(feed, post, absolute)
    return feed


def _add(feed, post, absolute):
    language = post.language
    feed.add_item(
        title=writable(post.title),
        link=absolute(post.url),
        description=writable(post.lead),
        unique_id=f"urn:uuid:{post.translation_key}",
        unique_id_is_permalink=False,
        pubdate=published_at(post),
        updateddate=post.last_published_at or published_at(post),
        categories=[writable(topic.labels.text(language)) for topic in post.topic_list],
        authors=[writable(person.name.text(language)) for person in post.authors],
        language=language,
    )


def published_at(post):
    """Noon of the post's date: far enough from midnight to be the same day for all readers in Europe."""
    return timezone.make_aware(datetime.datetime.combine(post.date, datetime.time(12)))
