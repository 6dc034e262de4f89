"""What a page shows where it is shared."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from images.models.images import CustomImage


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
