"""Topics (open, tagged with) and terms (closed vocabularies): one row each, its labels per language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from core.fields import PerLanguageField


class Topic(TagBase):
    """What something is about. `name` is the label in the source language, which taggit looks topics up by."""

    labels = PerLanguageField(_("labels"))

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self):
        return str(self.labels) or self.name

    def save(self, *args, **kwargs):
        source = settings.LANGUAGE_CODE
        if self.labels.get(source):
            self.name = self.labels[source]
        else:
            self.labels[source] = self.name
        super().save(*args, **kwargs)


class TopicItem(ItemBase):
    """Base of the links between a topic and what has it; each app declares its own with a `content_object`."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="%(app_label)s_%(class)s_items")

    class Meta:
        abstract = True


class Vocabulary(models.TextChoices):
    THEMES = "themes", _("Themes")
    ORGANISATION_KINDS = "organisation_kinds", _("Kinds of organisation")
    TARGET_GROUPS = "target_groups", _("Target groups")
    INNOVATION_TYPES = "innovation_types", _("Types of innovation")
    STAGES = "stages", _("Stages")
    RESOURCE_KINDS = "resource_kinds", _("Kinds of resource")
    SDGS = "sdgs", _("Sustainable Development Goals")


class Term(models.Model):
    """A word of a closed vocabulary. Its slug never changes: addresses and imports depend on it."""

    vocabulary = models.CharField(_("vocabulary"), max_length=30, choices=Vocabulary)
    slug = models.SlugField(_("slug"), max_length=60)
    labels = PerLanguageField(_("labels"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "order"]
        constraints = [models.UniqueConstraint(fields=["vocabulary", "slug"], name="term_once_a_vocabulary")]

    def __str__(self):
        return str(self.labels)
