"""What editors put before everything else that a search finds."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, RevisionMixin

from search.analysis import signature
from search.models.documents import REFERENCE_LENGTH, SearchDocument
from search.models.lines import PhrasesModel


def site_languages():
    """The choices of a language. Named by a migration, whose languages may be others than today's."""
    return settings.LANGUAGES


class Promotion(RevisionMixin, PhrasesModel, ClusterableModel):
    """For each of its searches, by readers of `language` or of any, its results come first, in their order."""

    phrases = models.TextField(_("searches"))
    language = models.CharField(_("language of the reader"), max_length=12, blank=True, choices=site_languages)

    class Meta:
        ordering = ["search_text"]
        verbose_name = _("promoted results")
        verbose_name_plural = _("promoted results")

    @property
    def languages(self):
        """The codes of the readers' languages."""
        return [self.language] if self.language else list(dict(settings.LANGUAGES))

    def signatures(self):
        """{(language, the words that count): the search} of all its searches."""
        return {(code, signature(line, code)): line for line in self.lines for code in self.languages}

    def clean(self):
        super().clean()
        if not self.lines:
            raise ValidationError({"phrases": _("Write at least one search.")})
        ours = self.signatures()
        for other in Promotion.objects.exclude(pk=self.pk):
            if twice := sorted(ours.keys() & other.signatures().keys(), key=str):
                message = _("“%(search)s” has promoted results already: %(other)s.")
                raise ValidationError({"phrases": message % {"search": ours[twice[0]], "other": other}})


class PromotedResult(Orderable):
    """An object by its `SearchDocument.reference`; readers are shown it as long as it is public."""

    promotion = ParentalKey(Promotion, on_delete=models.CASCADE, related_name="results")
    reference = models.CharField(_("page or profile"), max_length=REFERENCE_LENGTH)

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["promotion", "reference"], name="promoted_once_a_search")]
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self):
        return self.reference

    def clean(self):
        super().clean()
        known = self.pk and PromotedResult.objects.filter(pk=self.pk, reference=self.reference).exists()
        if not known and self.reference and not SearchDocument.objects.referred([self.reference]).exists():
            raise ValidationError({"reference": _("Nothing of this kind can be found any more. Choose another one.")})
