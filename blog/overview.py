"""All posts of a language in brief: which there are, in which order, and what they are about.

It lies in the small cache for one content version. Lists, archives, counts and what stands around a post are read off
it, and only the posts that are shown are fetched.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from uuid import UUID

from django.utils.translation import override

from core.cache import remember, remember_each
from core.sorting import sort_key
from core.tree import tree
from images.selectors import prefetch_pictures
from people.models import Person
from taxonomy.models import Term, Topic, Vocabulary

AVATAR = "avatar"
CARD = "square"  # the shape of pictures in components/news_item.html
LAST = 2**31 - 1  # the highest number that a page can have


@dataclass(eq=False, slots=True)
class Brief:
    """A post, made ten thousand at a time; `theme` and `topics` are ids."""

    pk: int
    key: UUID
    date: date
    theme: int | None
    topics: Sequence

    @property
    def place(self):
        return self.date, self.pk


@dataclass(frozen=True)
class MonthCount:
    month: date
    count: int


@dataclass(frozen=True)
class Surroundings:
    """The posts before and after a post by date, or None at either end; and those related to it."""

    older: object
    newer: object
    related: list


class Overview:
    """Every post of the `model` once, as a reader of `language` sees it.

    `posts` are the newest first. `topics` are those in use, most used first; each has `count`, the number of its posts.
    """

    def __init__(self, model, language):
        self._model = model
        self._chosen = defaultdict(dict)
        links = self._rows("related_links").order_by("sort_order")
        for page, key, place in links.values_list("page_id", "post__translation_key", "sort_order"):
            self._chosen[page].setdefault(key, place or 0)
        self._author_ids = self._pairs("author_links", "page_id", "person_id", order="sort_order")
        self._authors = Person.objects.select_related("photo").in_bulk()
        prefetch_pictures([person.photo for person in self._authors.values()], AVATAR)
        self._themes = Term.objects.filter(vocabulary=Vocabulary.THEMES).in_bulk()
        with override(language):
            topics = sorted(Topic.objects.all(), key=lambda topic: sort_key(str(topic)))
        self._topics = {topic.pk: topic for topic in topics}
        places = {pk: place for place, pk in enumerate(self._topics)}
        self._topic_ids = self._pairs("topic_items", "content_object_id", "tag_id")
        for ids in self._topic_ids.values():
            ids.sort(key=lambda pk: places.get(pk, LAST))
        rows = model.objects.once_in(language).newest_first().values_list("pk", "date", "theme_id")
        # The keys are read from there: to make so many anew takes long. A post that is newer than it isn't counted yet.
        pages = tree().by_pk
        self.posts = [
            Brief(pk, pages[pk].translation_key, date, theme, self._topic_ids.get(pk, ()))
            for pk, date, theme in rows
            if pk in pages
        ]
        self._sort_out()

    def _rows(self, relation):
        return self._model._meta.get_field(relation).related_model.objects

    def _pairs(self, relation, *names, order="pk"):
        """The ids that stand at the other end of `relation`, by the id of the page."""
        found = defaultdict(list)
        for page, other in self._rows(relation).order_by(order).values_list(*names):
            found[page].append(other)
        return found

    def _sort_out(self):
        self._places = [post.place for post in reversed(self.posts)]
        self._by_key = {post.key: post for post in self.posts}
        self._by_topic, self._by_theme, self._by_month = defaultdict(list), defaultdict(list), defaultdict(list)
        for post in self.posts:
            self._by_month[post.date.replace(day=1)].append(post)
            if post.theme:
                self._by_theme[post.theme].append(post)
            for topic in post.topics:
                self._by_topic[topic].append(post)
        self.topics = [topic for pk, topic in self._topics.items() if pk in self._by_topic]
        for topic in self.topics:
            topic.count = len(self._by_topic[topic.pk])
        self.topics.sort(key=lambda topic: -topic.count)

    @property
    def months(self):
        """Months in which there are posts, newest first."""
        return [MonthCount(month, len(posts)) for month, posts in self._by_month.items()]

    def about(self, topic):
        return self._by_topic.get(topic.pk, [])

    def in_month(self, month):
        return self._by_month.get(month, [])

    def theme_of(self, post):
        return self._themes.get(post.theme_id)

    def topics_of(self, post):
        """The topics of a page by label."""
        if post.topic_items.is_deferring:  # a preview: they are not in the database yet
            return post.topic_list
        return [self._topics[pk] for pk in self._topic_ids.get(post.pk, ()) if pk in self._topics]

    def authors_of(self, post):
        """The authors of a page in their order, their photos ready to be shown."""
        if post.author_links.is_deferring:
            return post.authors
        return [self._authors[pk] for pk in self._author_ids.get(post.pk, ()) if pk in self._authors]

    def beside(self, post):
        """The posts before and after a page by date, None at either end."""
        # One that is previewed before it is saved will be the last of its day.
        at = bisect_left(self._places, (post.date, post.pk or LAST))
        older = (self.posts[-1 - place] for place in range(at - 1, -1, -1))
        newer = (self.posts[-1 - place] for place in range(at, len(self.posts)))
        return tuple(next((one for one in way if one.key != post.translation_key), None) for way in (older, newer))

    def related_to(self, post, limit):
        """Those chosen by hand in their order, then those that share topics, then the theme, newest first."""
        chosen = self._chosen_for(post)
        shared = Counter(one for topic in self.topics_of(post) for one in self.about(topic))
        # Of those that share no more than the theme no others can be among the first; one may be the post itself.
        same_theme = self._by_theme.get(post.theme_id, [])[: limit + 1]
        candidates = {*shared, *same_theme, *(self._by_key[key] for key in chosen if key in self._by_key)}

        def rank(one):
            place = chosen.get(one.key, LAST)
            return place, -shared[one], one.theme != post.theme_id, -one.date.toordinal(), -one.pk

        return nsmallest(limit, (one for one in candidates if one.key != post.translation_key), rank)

    def around(self, post, limit):
        """The `Surroundings` of a page, ready to be shown, with at most `limit` related posts."""
        beside, related = self.beside(post), self.related_to(post, limit)
        found = {page.pk: page for page in self.shown([*filter(None, beside), *related])}
        older, newer = (brief and found.get(brief.pk) for brief in beside)
        return Surroundings(older, newer, [found[brief.pk] for brief in related if brief.pk in found])

    def shown(self, briefs):
        """The pages of some posts, ready to be shown; other lists show the same ones, so callers don't change them."""
        wanted = [brief.pk for brief in briefs]
        found = remember_each("blog:shown", wanted, self._fetch)
        return [found[pk] for pk in wanted if pk in found]

    def _fetch(self, ids):
        pages = self._model.objects.filter(pk__in=ids).for_cards().in_bulk()
        prefetch_pictures([page.image for page in pages.values()], CARD)
        return pages

    def _chosen_for(self, post):
        """The places of posts chosen by hand by translation key, whichever language the chosen page is in."""
        if post.related_links.is_deferring:  # a preview: what is chosen is not in the database yet
            return {link.post.translation_key: place for place, link in enumerate(post.related_links.all())}
        return self._chosen.get(post.pk, {})


def overview(model, language):
    """The `Overview` of a language, made once a content version."""
    return remember(f"blog:overview:{language}", lambda: Overview(model, language))
