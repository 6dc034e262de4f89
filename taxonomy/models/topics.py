"""Topics: what things are about. One row each, with a label per language; editors add their own."""

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel

from core.fields import PerLanguageField
from core.models import Labelled
from core.slugs import slugify
from taxonomy.models.labels import refuse_taken_labels
from taxonomy.querysets import TopicQuerySet

LABEL_LENGTH = 100


class TopicManager(models.Manager.from_queryset(TopicQuerySet)):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class Topic(Labelled, TagBase):
    """What something is about. `name` is the label in the source language, which taggit looks topics up by."""

    labels = PerLanguageField(_("labels"), max_length=LABEL_LENGTH)
    slug = models.SlugField(
        _("slug"),
        unique=True,
        max_length=100,
        blank=True,
        help_text=_("The last part of the topic's address. Left empty, it is made of the label."),
    )

    panels = [FieldPanel("labels"), FieldPanel("slug")]

    objects = TopicManager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return str(self.labels) or self.name

    def get_absolute_url(self):
        """The page that gathers everything about it, in the active language."""
        return reverse("topic", args=[self.slug])

    @classmethod
    def item_models(cls):
        """The models that link topics to what has them: every concrete subclass of `TopicItem`."""
        return sorted(_concrete_subclasses(TopicItem), key=lambda model: model._meta.label)

    def clean(self):
        super().clean()
        refuse_taken_labels(self, Topic.objects.all())

    def save(self, *args, **kwargs):
        source = settings.LANGUAGE_CODE
        if self.labels.get(source):
            self.name = self.labels[source]
        else:
            self.labels[source] = self.name
        before = Topic.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        with transaction.atomic():
            super().save(*args, **kwargs)
            FormerSlug.objects.filter(slug=self.slug).delete()
            if before and before != self.slug:
                self.former_slugs.create(slug=before)

    def slugify(self, tag, i=None):
        """taggit's question for a slug, and for the next one while it is taken."""
        slug = slugify(tag)[:90].strip("-") or "topic"
        return slug if i is None else f"{slug}-{i + 1}"


class FormerSlug(models.Model):
    """A slug that a topic, or one merged into it, had before: whoever knows it is led to the topic."""

    slug = models.SlugField(_("slug"), unique=True, max_length=100)
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="former_slugs")

    wagtail_reference_index_ignore = True  # no use of the topic that editors should hear of

    class Meta:
        verbose_name = _("former slug")
        verbose_name_plural = _("former slugs")

    def __str__(self):
        return self.slug


class TopicItem(ItemBase):
    """Base of the links between a topic and what has it; each app declares its own with a `content_object`."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="%(app_label)s_%(class)s_items")

    class Meta:
        abstract = True


def _concrete_subclasses(model):
    for subclass in model.__subclasses__():
        if not subclass._meta.abstract:
            yield subclass
        yield from _concrete_subclasses(subclass)
