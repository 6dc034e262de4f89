"""The lists below a news index: their addresses, titles and pages.

Addresses use words and numbers that are the same in every language (`topic/<slug>/`, `2026/11/`, `?page=2`), so that
the same list in another language is that language's index plus the same suffix.
"""

import datetime
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from blog.links import month_label, month_path, topic_path

PER_PAGE = 10


@dataclass(frozen=True)
class Listing:
    """All posts of an index, or those about a topic, or those of a month; `posts` as they stand in the overview."""

    index: object
    posts: list
    topic: object = None
    month: datetime.date | None = None

    @property
    def path(self):
        """What follows the address of the index."""
        if self.topic:
            return topic_path(self.topic)
        return month_path(self.month) if self.month else ""

    @property
    def heading(self):
        if self.topic:
            return str(self.topic)
        return month_label(self.month) if self.month else self.index.title

    @cached_property
    def paginator(self):
        return Paginator(self.posts, PER_PAGE)

    def suffix(self, number=1):
        """What follows the address of the index on page `number` of this list."""
        return f"{self.path}?page={number}" if number > 1 else self.path

    def title(self, number=1):
        """What tells this page from all others of the site."""
        parts = [capfirst(self.heading), self.index.title] if self.path else [self.index.title]
        return " – ".join([*parts, _("page %(number)d") % {"number": number}] if number > 1 else parts)


def find_listing(index, posts, *, topic_slug=None, year=None, month=None):
    """The list of `posts` (an overview) that an address names, or None when no post is in it."""
    if topic_slug is not None:
        topic = next((topic for topic in posts.topics if topic.slug == topic_slug), None)
        return topic and Listing(index, posts.about(topic), topic=topic)
    if year is not None:
        found = next((one.month for one in posts.months if (one.month.year, one.month.month) == (year, month)), None)
        return found and Listing(index, posts.in_month(found), month=found)
    return Listing(index, posts.posts)
