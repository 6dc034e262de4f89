"""Blocks that arrange others' words: cards and folds."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.choosers import ImageChooser
from core.blocks.links import LinkBlock
from core.blocks.text import TextBlock

GROUP = _("Structure")


class CardBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)
    image = ImageChooser(label=_("Image"), required=False, help_text=_("Without one the card shows a motif."))
    link = LinkBlock(label=_("Link"), required=False)

    class Meta:
        icon = "form"
        label = _("Card")
        label_format = "{title}"


class CardsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    cards = blocks.ListBlock(CardBlock(), label=_("Cards"), min_num=1, max_num=12)

    class Meta:
        icon = "copy"
        label = _("Cards")
        description = _("Ways onward: each card leads to a page.")
        group = GROUP
        template = "blocks/cards.html"
        label_format = "{title}"
        preview_value = {
            "title": _("Where to start"),
            "cards": [
                {"title": _("What is social innovation"), "text": _("The definition in plain words.")},
                {"title": _("The competence centre"), "text": _("What such a centre is for.")},
            ],
        }


class FoldBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "collapse-down"
        label = _("Fold")
        label_format = "{title}"


class AccordionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(FoldBlock(), label=_("Folds"), min_num=1)

    class Meta:
        icon = "collapse-down"
        label = _("Accordion")
        description = _("Questions that open to their answers.")
        group = GROUP
        template = "blocks/accordion.html"
        label_format = "{title}"
        preview_value = {
            "title": _("Often asked"),
            "items": [
                {"title": _("Who may join?"), "text": _("Everyone who makes or supports social innovation.")},
                {"title": _("What does it cost?"), "text": _("Nothing.")},
            ],
        }
