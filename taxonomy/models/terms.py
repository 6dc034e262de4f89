"""Terms: the words of closed vocabularies, the same for every site, with a label per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.fields import PerLanguageField
from core.models import Labelled
from taxonomy.models.labels import refuse_taken_labels
from taxonomy.querysets import TermQuerySet


class Vocabulary(models.TextChoices):
    THEMES = "themes", _("Themes")
    ORGANISATION_KINDS = "organisation_kinds", _("Kinds of organisation")
    TARGET_GROUPS = "target_groups", _("Target groups")
    INNOVATION_TYPES = "innovation_types", _("Types of innovation")
    STAGES = "stages", _("Stages")
    RESOURCE_KINDS = "resource_kinds", _("Kinds of resource")
    SDGS = "sdgs", _("Sustainable Development Goals")


class Term(Labelled):
    """A word of a closed vocabulary. Its slug never changes: addresses, colours and imports depend on it."""

    vocabulary = models.CharField(_("vocabulary"), max_length=30, choices=Vocabulary)
    slug = models.SlugField(_("slug"), max_length=60)
    labels = PerLanguageField(_("labels"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    # Editors change labels and order. The words themselves belong to the program: only administrators reach them.
    panels = [
        FieldPanel("labels"),
        FieldPanel("order"),
        FieldPanel("vocabulary", permission="superuser"),
        FieldPanel("slug", permission="superuser"),
    ]

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["vocabulary", "slug"], name="term_once_a_vocabulary")]

    def __str__(self):
        return str(self.labels)

    def clean(self):
        super().clean()
        refuse_taken_labels(self, Term.objects.filter(vocabulary=self.vocabulary))
