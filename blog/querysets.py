"""Named questions about posts."""

from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce

from core.querysets import PageManager, PageQuerySet

RELATED = Q(chosen__isnull=False) | Q(shared__gt=0) | Q(same_theme=1)
LAST = 2**31 - 1  # the highest number that a page can have
MOST_RELATED_FIRST = (F("chosen").asc(nulls_last=True), "-shared", "-same_theme", "-date", "-pk")


class BlogPageQuerySet(PageQuerySet):
    def newest_first(self):
        """By date; posts of one day in the order in which they were made, so that pages of a list never overlap."""
        return self.order_by("-date", "-pk")

    def about(self, topic):
        return self.filter(topic_items__tag=topic)

    def in_month(self, month):
        """Posts of the month that the date `month` lies in."""
        return self.filter(date__year=month.year, date__month=month.month)

    def for_cards(self):
        """With all that a list shows of a post but the renditions of its picture, and without the body."""
        return self.select_related("locale", "theme", "image").defer("body")

    def around(self, post, limit):
        """What stands around `post`, found with one query."""
        others = self.exclude(translation_key=post.translation_key)
        place = _place_of(post)
        before = others.filter(Q(date__lt=post.date) | Q(date=post.date, pk__lt=place[1])).order_by("-date", "-pk")
        after = others.filter(Q(date__gt=post.date) | Q(date=post.date, pk__gt=place[1])).order_by("date", "pk")
        related = others._ranked_for(post).filter(RELATED).order_by(*MOST_RELATED_FIRST)
        wanted = Q(pk__in=related.values("pk")[:limit])
        for beside in (before, after):
            wanted |= Q(pk=Subquery(beside.values("pk")[:1]))
        found = list(self.model.objects.filter(wanted)._ranked_for(post).for_cards().order_by(*MOST_RELATED_FIRST))
        return Surroundings.among(found, post, limit)

    def _ranked_for(self, post):
        """Annotate the place among the posts `chosen` for `post`, the number of `shared` topics, and `same_theme`."""
        same_theme = Case(When(theme=post.theme_id, then=1), default=0) if post.theme_id else Value(0)
        return self.annotate(
            chosen=self._place_in(post.related_links), shared=self._shared_topics(post), same_theme=same_theme
        )

    def _place_in(self, links):
        """An expression: the place of a post among `links`, whichever language the chosen page is in."""
        if not links.is_deferring:
            rows = links.model.objects.filter(page=links.instance, post__translation_key=OuterRef("translation_key"))
            return Subquery(rows.order_by("sort_order").values(place=Coalesce("sort_order", 0))[:1])
        # A preview: what is chosen is not in the database yet.
        keys = self.model.objects.values("translation_key")
        places = [
            When(translation_key=Subquery(keys.filter(pk=link.post_id)), then=Value(place))
            for place, link in enumerate(links.all())
        ]
        # Cast, for where nothing is chosen: PostgreSQL refuses to order by a bare constant.
        nowhere = Cast(Value(None), IntegerField())
        return Case(*places, default=nowhere) if places else nowhere

    def _shared_topics(self, post):
        """An expression: how many topics a post has in common with `post`."""
        topics = [topic.pk for topic in post.topic_list]
        items = self.model._meta.get_field("topic_items").related_model.objects
        shared = items.filter(content_object=OuterRef("pk"), tag__in=topics).order_by().values("content_object")
        return Coalesce(Subquery(shared.annotate(count=Count("pk")).values("count")), 0)


@dataclass(frozen=True)
class Surroundings:
    """The posts before and after a post by date, or None at either end; and those related to it.

    Related are those chosen by hand in their order, then those that share topics, then the theme, newest first.
    """

    older: object
    newer: object
    related: list

    @classmethod
    def among(cls, posts, post, limit):
        """Sort out `posts`, which are the nearest by date and the most related ones, the latter first."""
        place = _place_of(post)
        by_date = sorted(posts, key=lambda other: (other.date, other.pk))
        older = [other for other in by_date if (other.date, other.pk) < place]
        newer = [other for other in by_date if (other.date, other.pk) > place]
        related = [other for other in posts if other.chosen is not None or other.shared or other.same_theme]
        return cls(older[-1] if older else None, newer[0] if newer else None, related[:limit])


def _place_of(post):
    """Where a post stands among the others. One that is previewed before it is saved will be the last of its day."""
    return post.date, post.pk or LAST


BlogPageManager = PageManager.from_queryset(BlogPageQuerySet)
