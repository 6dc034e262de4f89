"""Questions about news. Every object counts once: as its translation in the reader's language, or as its original."""

from blog.models.posts import BlogPage
from blog.overview import overview

FEED_LIMIT = 20


def posts_in(language):
    """All posts that a reader of `language` may see, newest first."""
    return BlogPage.objects.once_in(language).newest_first()


def overview_of(language):
    """The `Overview` of all posts that a reader of `language` may see."""
    return overview(BlogPage, language)


def latest_posts(language, limit):
    """The newest `limit` posts, ready to be shown in a list."""
    posts = overview_of(language)
    return posts.shown(posts.posts[:limit])


def posts_for_feed(language, topic=None, limit=FEED_LIMIT):
    """The newest posts, of a topic if one is given, with their authors and topics."""
    posts = posts_in(language).about(topic) if topic else posts_in(language)
    return list(posts.for_cards().prefetch_related("author_links__person", "topic_items__tag")[:limit])
