"""What stands above the directory's list, per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models.per_language import PerLanguageRow


class DirectoryIntroduction(PerLanguageRow):
    title = models.CharField(_("title"), max_length=80, blank=True)
    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences. They stand below the title.")
    )

    panels = [FieldPanel("title"), FieldPanel("introduction")]

    class Meta:
        verbose_name = _("introduction of the directory")
        verbose_name_plural = _("introductions of the directory")
