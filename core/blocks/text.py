"""Blocks of words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.links import LinkBlock
from core.rich_text import FEATURES

GROUP = _("Text")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=160)
    level = blocks.ChoiceBlock(label=_("Level"), choices=[("h2", _("Heading")), ("h3", _("Subheading"))], default="h2")

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides the page. Readers can link to it, and screen readers jump from one to the next.")
        group = GROUP
        template = "blocks/heading.html"
        label_format = "{text}"
        preview_value = {"text": _("What a competence centre is for"), "level": "h2"}


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and links; headings are blocks of their own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"features": FEATURES, **kwargs})

    def deconstruct(self):
        return ("wagtail.blocks.RichTextBlock", *super().deconstruct()[1:])

    def get_preview_value(self):
        return self.normalize(f"<p>{self.meta.preview_text}</p>")

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs with lists and links.")
        group = GROUP
        template = "blocks/text.html"
        preview_text = _(
            "Embroidery is counted stitch by stitch. Change <b>one</b>, and the whole pattern reads differently."
        )


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quote"), help_text=_("Without quotation marks; they come by themselves."))
    name = blocks.CharBlock(label=_("Name"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody's words, set large.")
        group = GROUP
        template = "blocks/quote.html"
        label_format = "{text}"
        preview_value = {
            "text": _("A good cause is not enough if the people it is for take no part."),
            "name": _("Maria Ivanova"),
            "role": _("social worker"),
        }


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1, max_num=3)

    class Meta:
        icon = "pick"
        label = _("Call to action")
        description = _("Asks for one thing: a title, a sentence and a button. The first link is the button.")
        group = GROUP
        template = "blocks/call_to_action.html"
        label_format = "{title}"
        preview_value = {
            "title": _("And your stitch?"),
            "text": _("Do you know of a practice that deserves to be seen? Tell us in a few sentences."),
            "links": [{"label": _("Write to us"), "url": "https://example.org/"}],
        }
