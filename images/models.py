"""Images with an alternative text per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from core.fields import PerLanguageField


class CustomImage(AbstractImage):
    alt = PerLanguageField(
        _("alternative text"), blank=True, help_text=_("What the picture shows, for those who don't see it.")
    )

    admin_form_fields = (*Image.admin_form_fields, "alt")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self):
        return str(self.alt)


class Rendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_a_filter")
        ]


class SocialImageMixin(models.Model):
    """A page with a picture of its own for social networks; without one a motif is drawn."""

    social_image = models.ForeignKey(
        CustomImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("social image"),
        help_text=_("Shown where the page is shared. Without it the page's motif is."),
    )

    social_panels = [MultiFieldPanel([FieldPanel("social_image")], heading=_("Sharing"))]

    class Meta:
        abstract = True
