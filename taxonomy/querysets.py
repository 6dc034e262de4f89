"""Named questions about topics, terms and places, and how often topics and terms are used."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from core.models import LabelledQuerySet


class TopicQuerySet(LabelledQuerySet):
    def formerly(self, slug):
        """The topic that had `slug` before it was renamed or took in the one that had it, or None."""
        return self.filter(former_slugs__slug=slug).first()

    def todays_slugs(self, slugs, known):
        """`slugs` in their order with today's in place of former ones, each once; of those in `known` it's known."""
        former = {slug: topic for slug in slugs if slug not in known and (topic := self.formerly(slug))}
        return tuple(dict.fromkeys(former[slug].slug if slug in former else slug for slug in slugs))

    def with_usage(self):
        """Annotate `uses` and `live_uses`: what has the topic, and how much of it is published.

        A page and its translations are one use. Drafts are what is left: `uses - live_uses`.
        """
        items = self.model.item_models()
        return self.annotate(
            uses=_total(_item_count(item) for item in items),
            live_uses=_total(_item_count(item, only_live=True) for item in items),
        )


class TermQuerySet(LabelledQuerySet):
    def of(self, vocabulary):
        """The words of one vocabulary in their order."""
        return self.filter(vocabulary=vocabulary).order_by("order", "pk")

    def with_usage(self):
        """Annotate `uses`: how many objects name the term; a page and its translations are one."""
        fields = [
            relation.field
            for relation in self.model._meta.get_fields(include_hidden=True)
            if (relation.one_to_many or relation.many_to_many)
            and relation.auto_created
            and not relation.concrete
            # The rows of a many-to-many are counted with the objects that they connect.
            and not relation.related_model._meta.auto_created
        ]
        fields = [field for field in fields if _is_content(field.model)]
        return self.annotate(uses=_total(_relation_count(field) for field in fields))


class PlaceQuerySet(LabelledQuerySet):
    def of(self, kind):
        """The places of one kind, by label."""
        return self.filter(kind=kind)

    def with_way(self):
        """With the places that they lie in, without another query."""
        return self.select_related("parent__parent")


def _item_count(item, *, only_live=False):
    """How many objects the links in `item` give to the topic of the outer row."""
    content = item._meta.get_field("content_object").related_model
    rows = item._default_manager.filter(tag=OuterRef("pk"))
    if only_live and _has_field(content, "live"):
        rows = rows.filter(content_object__live=True)
    one = "content_object__translation_key" if _has_field(content, "translation_key") else "content_object"
    return rows.order_by().values("tag").values(number=Count(one, distinct=True))


def _is_content(model):
    """Neither the table behind a many-to-many field, which counts by itself, nor bookkeeping."""
    return not model._meta.auto_created and not getattr(model, "wagtail_reference_index_ignore", False)


def _relation_count(field):
    rows = field.model._default_manager.filter(**{field.name: OuterRef("pk")})
    one = "translation_key" if _has_field(field.model, "translation_key") else "pk"
    return rows.order_by().values(field.name).values(number=Count(one, distinct=True))


def _total(counts):
    total = Value(0, output_field=IntegerField())
    for count in counts:
        total = total + Coalesce(Subquery(count, output_field=IntegerField()), 0)
    return total


def _has_field(model, name):
    try:
        return bool(model._meta.get_field(name))
    except FieldDoesNotExist:
        return False
