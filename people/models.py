"""People shown on pages: authors, speakers, contacts."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.fields import PerLanguageField
from core.models import Labelled


class Person(Labelled):
    """Somebody (or a team) with a name and a role per language; one row, whatever language a page is in."""

    label_field = "name"

    name = PerLanguageField(_("name"), max_length=120)
    role = PerLanguageField(_("role"), max_length=160, blank=True)
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photo"),
    )
    link = models.URLField(_("link"), blank=True, help_text=_("A page about them, on this site or another."))

    panels = [FieldPanel("name"), FieldPanel("role"), FieldPanel("photo"), FieldPanel("link")]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return str(self.name)
