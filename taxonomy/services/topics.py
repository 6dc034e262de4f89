"""The first topics, and merging them."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from taxonomy.files import read
from taxonomy.models import Topic
from taxonomy.revisions import replace_in_revisions
from taxonomy.services.labels import fill_labels
from taxonomy.signals import topics_merged


class TopicNotMergeable(Exception):
    """The chosen topics can't become one."""


@transaction.atomic
def load_topics():
    """Give the site its first topics; those that are there already, by slug or by label, stay as they are."""
    for word in read("topics.toml")["topics"]:
        slug, labels = word["slug"], word["label"]
        known = (
            Topic.objects.filter(slug=slug).first() or Topic.objects.labelled(labels[settings.LANGUAGE_CODE]).first()
        )
        topic = known or Topic(slug=slug)
        if fill_labels(topic, labels):
            topic.save()


@transaction.atomic
def merge_topics(*, sources, target):
    """Make `sources` one with `target`: everything that has one of them has `target`, once; the sources are gone.

    Drafts and older revisions follow, so that publishing or restoring one brings no merged topic back. Apps that link
    topics in other ways than `TopicItem` move theirs on the signal `topics_merged`, inside the same transaction.

    Raises TopicNotMergeable without sources, or when the target is one of them.
    """
    sources = list(Topic.objects.select_for_update().filter(pk__in=[topic.pk for topic in sources]).order_by("pk"))
    if not sources:
        raise TopicNotMergeable(_("Choose at least one topic that is to be merged."))
    if target in sources:
        raise TopicNotMergeable(_("A topic can't be merged into itself."))
    for item in Topic.item_models():
        for source in sources:
            _move_links(item, source, target)
        replace_in_revisions(item, [source.pk for source in sources], target.pk)
    topics_merged.send(sender=Topic, sources=sources, target=target)
    Topic.objects.filter(pk__in=[source.pk for source in sources]).delete()


def _move_links(item, source, target):
    links = item._default_manager.filter(tag=source)
    links.filter(content_object__in=item._default_manager.filter(tag=target).values("content_object")).delete()
    links.update(tag=target)
