"""Topics inside the stored revisions of what has them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Revision

BATCH = 200


def replace_in_revisions(item, old, new):
    """In every revision of what `item` links topics to, name topic `new` once instead of any of `old`."""
    field = item._meta.get_field("content_object")
    relation = field.remote_field.get_accessor_name()
    types = [
        ContentType.objects.get_for_model(model) for model in (field.related_model, *_subclasses(field.related_model))
    ]
    for revision in _walk(_mentioning(types, old)):
        links = revision.content.get(relation)
        if links:
            content = revision.content | {relation: _renamed(links, set(old), new)}
            Revision.objects.filter(pk=revision.pk).update(content=content)


def _mentioning(types, topics):
    """Revisions whose stored text may name one of `topics`; a cheap question that rules most of them out."""
    text = Q()
    for topic in topics:
        text |= Q(text__contains=f'"tag": {topic}')
    return Revision.objects.filter(content_type__in=types).annotate(text=Cast("content", TextField())).filter(text)


def _walk(revisions):
    last = 0
    while batch := list(revisions.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from batch
        last = batch[-1].pk


def _renamed(links, old, new):
    kept, seen = [], set()
    for link in links:
        tag = new if link.get("tag") in old else link.get("tag")
        if tag not in seen:
            seen.add(tag)
            kept.append(link | {"tag": tag})
    return kept


def _subclasses(model):
    for subclass in model.__subclasses__():
        if not subclass._meta.abstract:
            yield subclass
        yield from _subclasses(subclass)
