"""What a page shows where it is shared."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images.models import SourceImageIOError

from images import social
from images.models.images import CustomImage


@dataclass(frozen=True)
class SharedPicture:
    """What OpenGraph asks of a picture; `url` is absolute."""

    url: str
    width: int
    height: int
    alt: str
    mime_type: str


class SocialImageMixin(models.Model):
    """A page with a picture of its own for social networks; without one a motif is drawn.

    The motif is that of `motif_slug` in `hue`, the slug of a theme or empty.
    """

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
    hue = ""

    class Meta:
        abstract = True

    @property
    def motif_slug(self):
        """What the motif is drawn from: the same in every language."""
        return str(self.translation_key)

    @cached_property
    def social_picture(self):
        """The `SharedPicture` of this page, or None for a page that has no address or was never saved."""
        if not self.pk or not self.full_url:
            return None
        return self._own_picture() or self._drawn_picture()

    def _own_picture(self):
        if not self.social_image_id:
            return None
        try:
            rendition = self.social_image.get_rendition(f"fill-{social.WIDTH}x{social.HEIGHT}|format-jpeg")
        except SourceImageIOError:
            return None
        url = urljoin(self.full_url, rendition.url)
        return SharedPicture(url, rendition.width, rendition.height, rendition.alt, "image/jpeg")

    def _drawn_picture(self):
        url = urljoin(self.full_url, social.Drawing.of(self).path)
        return SharedPicture(url, social.WIDTH, social.HEIGHT, self.title, "image/png")
