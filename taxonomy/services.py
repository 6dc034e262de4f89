"""Filling the taxonomy, and merging topics."""

import tomllib
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.models.labelled import derived_columns
from taxonomy.models import Term, Topic, Vocabulary
from taxonomy.revisions import replace_in_revisions
from taxonomy.signals import topics_merged

DATA = Path(__file__).parent / "data"


class TopicNotMergeable(Exception):
    """The chosen topics can't become one."""


@transaction.atomic
def load_vocabularies(*, terms=None):
    """Give every closed vocabulary its words; what editors changed stays, languages they lack are filled in.

    `terms` is a manager: migrations pass that of their own `Term`.
    """
    terms = terms or Term._default_manager
    words = _read("vocabularies.toml") | _read("sdgs.toml")
    for vocabulary in Vocabulary.values:
        for place, word in enumerate(words[vocabulary], start=1):
            term = terms.filter(vocabulary=vocabulary, slug=word["slug"]).first()
            if term is None:
                term = terms.model(vocabulary=vocabulary, slug=word["slug"], order=place)
            _fill_labels(term, word["label"])


@transaction.atomic
def load_topics():
    """Give the site its first topics; those that are there already, by slug or by label, stay as they are."""
    for word in _read("topics.toml")["topics"]:
        slug, labels = word["slug"], word["label"]
        known = (
            Topic.objects.filter(slug=slug).first() or Topic.objects.labelled(labels[settings.LANGUAGE_CODE]).first()
        )
        _fill_labels(known or Topic(slug=slug), labels)


@transaction.atomic
def merge_topics(*, sources, target):
    """Make `sources` one with `target`: everything that has one of them has `target`, once; the sources are gone.

    Drafts and older revisions follow, so that publishing or restoring one brings no merged topic back, and the slugs
    of the sources lead to `target`. Apps that link topics in other ways than `TopicItem` move theirs on the signal
    `topics_merged`, inside the same transaction.

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
    for source in sources:
        source.former_slugs.update(topic=target)
        source.delete()
        target.former_slugs.create(slug=source.slug)


def _move_links(item, source, target):
    links = item._default_manager.filter(tag=source)
    links.filter(content_object__in=item._default_manager.filter(tag=target).values("content_object")).delete()
    links.update(tag=target)


def _fill_labels(row, labels):
    """Save `row` with those of `labels` whose language it lacks, if there are any."""
    missing = {code: label for code, label in labels.items() if not row.labels.get(code)}
    if missing or row.pk is None:
        row.labels = {**row.labels, **missing}
        for column, value in derived_columns(row.labels).items():
            setattr(row, column, value)
        row.save()


def _read(name):
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
