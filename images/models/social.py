"""What a page shows where it is shared."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from images.models.images import CustomImage
from images.sharing import shared_picture
from images.social import Subject

PAGE = "page"


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

    @property
    def social_subject(self):
        return Subject(PAGE, self.pk, self.motif_slug, self.hue, self.title, self.language)

    @cached_property
    def social_picture(self):
        """The `SharedPicture` of this page, or None for a page that has no address or was never saved."""
        address = self.full_url if self.pk else None
        if not address:
            return None
        return shared_picture(self.social_subject, address, self.social_image if self.social_image_id else None)


def find_page(pk, language):
    """The subject of a page that everybody may read, for `images.social.register_subjects`."""
    page = Page.objects.live().public().filter(pk=pk).first()
    page = page and page.specific
    return page.social_subject if isinstance(page, SocialImageMixin) and page.language == language else None
