"""Named questions about posts."""

from core.querysets import PageManager, PageQuerySet


class BlogPageQuerySet(PageQuerySet):
    def newest_first(self):
        """By date; posts of one day in the order in which they were made, so that pages of a list never overlap."""
        return self.order_by("-date", "-pk")

    def about(self, topic):
        return self.filter(topic_items__tag=topic)

    def for_cards(self):
        """With all that a list shows of a post but the renditions of its picture, and without the body."""
        return self.select_related("locale", "theme", "image").defer("body")


BlogPageManager = PageManager.from_queryset(BlogPageQuerySet)
