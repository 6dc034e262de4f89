"""The stream that page bodies are made of."""

from functools import partial

from django.utils.html import format_html_join
from wagtail import blocks

from core.blocks.choosers import shelf
from core.blocks.data import FundingBlock, LogosBlock, StatisticsBlock, TableBlock
from core.blocks.layout import AccordionBlock, CardsBlock
from core.blocks.media import DocumentBlock, EmbedBlock, GalleryBlock, ImageBlock
from core.blocks.rendering import Rendering
from core.blocks.sections import sections
from core.blocks.text import CallToActionBlock, HeadingBlock, QuoteBlock, TextBlock

SHARED = ("site_settings",)


class BodyBlock(blocks.StreamBlock):
    """Every block of the house. However many there are, a body is rendered with a handful of queries.

    `BodyBlock(template="blocks/body_sections.html")` sets it in the wide sections of the home page.
    """

    heading = HeadingBlock()
    text = TextBlock()
    quote = QuoteBlock()
    call_to_action = CallToActionBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    document = DocumentBlock()
    cards = CardsBlock()
    accordion = AccordionBlock()
    table = TableBlock()
    statistics = StatisticsBlock()
    logos = LogosBlock()
    funding = FundingBlock()

    def render(self, value, context=None):
        rendering = Rendering(self, value.raw_data)
        # Every block copies what it is given, so it gets no more than blocks show.
        shared = {name: context[name] for name in SHARED if context and name in context}
        with shelf(rendering.objects):
            return super().render(value, shared | {"rendering": rendering})

    def render_basic(self, value, context=None):
        """One block after the other: what is rendered without a template of its own."""
        return format_html_join("", "{}", ((child.render(context),) for child in value))

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"sections": partial(sections, value)}
