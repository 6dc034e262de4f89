"""Blocks of pictures, videos and files."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core.blocks.choosers import DocumentChooser, ImageChooser
from core.embeds import find_video

GROUP = _("Media")


class ImageBlock(blocks.StructBlock):
    image = ImageChooser(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=250,
        help_text=_("What the picture says here. Left empty, the text of the image itself is used."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("One picture across the column, with a caption if you like.")
        group = GROUP
        template = "blocks/image.html"
        label_format = "{caption}"

    def get_preview_value(self):
        newest = get_image_model().objects.order_by("-pk").first()
        return self.normalize({"image": newest, "alt": "", "caption": _("Six red stitches: the regional centres.")})


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    images = blocks.ListBlock(ImageBlock(), label=_("Images"), min_num=1, max_num=24)

    class Meta:
        icon = "grid"
        label = _("Gallery")
        description = _("Several pictures side by side.")
        group = GROUP
        template = "blocks/gallery.html"
        label_format = "{title}"

    def get_preview_value(self):
        newest = get_image_model().objects.order_by("-pk")[:3]
        images = [{"image": image, "alt": "", "caption": ""} for image in newest]
        return self.normalize({"title": _("From the seminar in Blagoevgrad"), "images": images})


class EmbedBlock(blocks.StructBlock):
    """A video behind a click. Other addresses become a link; the server never fetches any of them."""

    url = blocks.URLBlock(label=_("Address"), help_text=_("Of a video at YouTube or Vimeo."))
    title = blocks.CharBlock(label=_("Title"), max_length=160, help_text=_("What the video shows."))

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video from YouTube or Vimeo. Nothing is asked of the provider before the reader clicks.")
        group = GROUP
        template = "blocks/embed.html"
        label_format = "{title}"
        preview_value = {"url": "https://vimeo.com/1", "title": _("The club in two minutes")}

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["url"].lower().startswith(("http://", "https://")):
            raise blocks.StructBlockValidationError(
                block_errors={"url": ValidationError(_("Only addresses that begin with https:// or http://."))}
            )
        return cleaned

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"video": find_video(value["url"])}


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooser(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=160, help_text=_("Left empty, the title of the document is shown.")
    )
    description = blocks.TextBlock(label=_("Description"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, with its type and size.")
        group = GROUP
        template = "blocks/document.html"
        label_format = "{title}"

    def get_preview_value(self):
        newest = get_document_model().objects.order_by("-pk").first()
        return self.normalize({"document": newest, "title": _("Plan for the centre"), "description": ""})
