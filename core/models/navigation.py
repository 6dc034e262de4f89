"""Header and footer links, per language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from core.blocks.links import LinkBlock, LinkGroupBlock
from core.models.per_language import PerLanguageRow


class Navigation(PerLanguageRow):
    header = StreamField([("link", LinkBlock())], verbose_name=_("header"), blank=True)
    footer = StreamField([("group", LinkGroupBlock())], verbose_name=_("footer"), blank=True)

    panels = [FieldPanel("header"), FieldPanel("footer")]

    class Meta:
        verbose_name = _("navigation")
        verbose_name_plural = _("navigation")
