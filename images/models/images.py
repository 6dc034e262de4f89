"""Images with an alternative text per language, and what is made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    get_rendition_storage,
    get_rendition_upload_to,
    get_upload_to,
)
from wagtail.search import index

from core.fields import PerLanguage, PerLanguageField
from images.fields import CleanImageField, MeasuredImageField


class CustomImage(AbstractImage):
    """A picture of the library. `description`, which Wagtail gives it, is not used: `alt` takes its place."""

    file = CleanImageField(verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    alt = PerLanguageField(
        _("alternative text"), blank=True, help_text=_("What the picture shows, for those who don't see it.")
    )

    admin_form_fields = (
        "title",
        "file",
        "alt",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *(field for field in AbstractImage.search_fields if field.field_name != "description"),
        index.SearchField("alternative_texts"),
        index.AutocompleteField("alternative_texts"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self):
        return str(PerLanguage(self.alt))

    def alternative_texts(self):
        """The texts of all languages, for the search in the admin."""
        return " ".join(self.alt.values())


class Rendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")
    file = MeasuredImageField(
        upload_to=get_rendition_upload_to,
        storage=get_rendition_storage,
        width_field="width",
        height_field="height",
    )

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_a_filter")
        ]

    def __str__(self):
        return f"{self.image_id}: {self.filter_spec}"
