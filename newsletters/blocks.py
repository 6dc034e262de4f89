"""The form of subscribing as a block of a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.rendering import Rendering
from newsletters.short_form import short_form_context

ANCHOR = "subscribe"


class SubscribeBlock(blocks.StructBlock):
    """Shows nothing while no public list is offered in short forms."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "mail"
        label = _("Newsletter form")
        description = _("Asks for an e-mail address and subscribes it to the newsletters of the short forms.")
        group = _("Structure")
        template = "newsletters/block.html"
        label_format = "{title}"
        preview_value = {
            "title": _("News by e-mail"),
            "text": _("Once a month: what is new, what is coming up, who joined."),
        }

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        # A page may have several; each has ids of its own.
        place = (context.get("rendering") or Rendering()).anchor(ANCHOR)
        return context | short_form_context(place)
