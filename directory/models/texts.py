"""What a profile says in one language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField

from core.rich_text import FEATURES
from core.validators import no_hidden_characters, no_mixed_alphabets

NAME_LENGTH = 160
SUMMARY_LENGTH = 280


class ProfileText(models.Model):
    """One row a language (BCP 47; "und" where nobody knows). The site's languages are edited, others are kept."""

    profile = ParentalKey("directory.Profile", on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=35)
    name = models.CharField(
        _("name"),
        max_length=NAME_LENGTH,
        blank=True,
        validators=[no_hidden_characters, no_mixed_alphabets],
    )
    summary = models.TextField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        blank=True,
        validators=[no_hidden_characters],
        help_text=_("One or two sentences for lists, at most 280 characters."),
    )
    story = RichTextField(_("story"), features=FEATURES, blank=True, validators=[no_hidden_characters])

    # Kept by `directory.translations`: what it says, and which text of the original it is a translation of.
    digest = models.CharField(max_length=40, blank=True, editable=False)
    translates = models.CharField(max_length=40, blank=True, editable=False)
    confirms = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["profile", "language"], name="profile_text_once_a_language")]

    def __str__(self):
        return self.language

    @property
    def says_something(self):
        """Whether it has more than a name."""
        return bool(self.summary or self.story)
