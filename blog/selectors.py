"""Questions about news, each answered in a constant number of queries whatever the number of posts.

Every object counts once: as its translation in the reader's language, or else as its original.
"""

import datetime
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncMonth

from blog.models.posts import BlogPage
from core.sorting import sort_key
from images.selectors import prefetch_pictures
from taxonomy.models import Topic

FEED_LIMIT = 20
# The shape of pictures in components/news_item.html.
CARD = "square"


@dataclass(frozen=True)
class MonthCount:
    month: datetime.date
    count: int


def posts_in(language):
    """All posts that a reader of `language` may see, newest first."""
    return BlogPage.objects.once_in(language).newest_first()


def latest_posts(language, limit):
    """The newest `limit` posts, ready to be shown in a list."""
    return with_pictures(posts_in(language).for_cards()[:limit])


def with_pictures(posts):
    """The list of `posts`, their pictures ready to be shown in a list."""
    posts = list(posts)
    prefetch_pictures([post.image for post in posts], CARD)
    return posts


def posts_for_feed(language, topic=None, limit=FEED_LIMIT):
    """The newest posts, of a topic if one is given, with their authors and topics."""
    posts = posts_in(language).about(topic) if topic else posts_in(language)
    return list(posts.for_cards().prefetch_related("author_links__person", "topic_items__tag")[:limit])


def topics_with_counts(language):
    """Topics in use, most used first; each has `count`, the number of its posts."""
    posts = posts_in(language).order_by().values("pk")
    topics = Topic.objects.filter(blog_blogpagetopic_items__content_object__in=posts).order_by()
    topics = topics.annotate(count=Count("blog_blogpagetopic_items__content_object", distinct=True))
    return sorted(topics, key=lambda topic: (-topic.count, sort_key(str(topic))))


def months_with_counts(language):
    """Months in which there are posts, newest first."""
    months = posts_in(language).order_by().annotate(month=TruncMonth("date")).values("month")
    return [MonthCount(row["month"], row["count"]) for row in months.annotate(count=Count("pk")).order_by("-month")]
