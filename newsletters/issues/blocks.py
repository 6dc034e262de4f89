"""What an issue is composed of. What a block pulls in comes from the registry `core.content_sources`."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks.choosers import PageChooser
from core.blocks.links import LinkBlock
from core.blocks.media import ImageBlock
from core.blocks.text import QuoteBlock, TextBlock
from core.content_sources import source_choices
from newsletters.issues.gathering import piece_of
from taxonomy.models import Topic

MOST = 12


def topic_choices():
    return [(topic.slug, str(topic)) for topic in Topic.objects.all()]


class AsPiece:
    """A block that shows by itself what it will say in the web archive."""

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"piece": piece_of(self.name, value)}


class LetterTextBlock(AsPiece, blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = TextBlock(
        label=_("Text"), help_text=_("{{ greeting }} becomes “Hello, Maria!”, {{ first_name }} becomes “Maria”.")
    )

    class Meta:
        template = "newsletters/piece.html"
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs with lists and links, under a title if you like.")
        label_format = "{title}"
        preview_value = {
            "title": _("What a competence centre is for"),
            "text": _("Embroidery is counted stitch by stitch. Change one, and the whole pattern reads differently."),
        }


class PickBlock(blocks.StructBlock):
    """Exactly one of the two."""

    page = PageChooser(label=_("Page"), required=False, help_text=_("A news item or any other page."))
    profile = SnippetChooserBlock("directory.Profile", label=_("Profile"), required=False)

    class Meta:
        icon = "pick"
        label = _("Chosen thing")

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("profile")):
            error = ValidationError(_("Choose either a page or a profile."))
            raise blocks.StructBlockValidationError(non_block_errors=[error])
        return cleaned


class PickedBlock(AsPiece, blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(PickBlock(), label=_("Pages and profiles"), min_num=1, max_num=MOST)

    class Meta:
        template = "newsletters/piece.html"
        icon = "pick"
        label = _("Chosen by hand")
        description = _("News, pages and profiles that you choose; every reader sees them in their language.")
        label_format = "{title}"

    def get_preview_value(self):
        newest = Page.objects.live().filter(depth__gt=2).order_by("-first_published_at").first()
        return self.normalize({"title": _("Worth reading"), "items": [{"page": newest, "profile": None}]})


class TopicsBlock(blocks.MultipleChoiceBlock):
    """The topics of today as checkboxes; slugs are kept."""

    def __init__(self, **kwargs):
        super().__init__(choices=topic_choices, widget=forms.CheckboxSelectMultiple, **kwargs)

    def deconstruct(self):
        return ("newsletters.issues.blocks.TopicsBlock", [], self._own)

    @property
    def _own(self):
        return {name: value for name, value in self._constructor_kwargs.items() if name not in {"choices", "widget"}}


class LatestBlock(AsPiece, blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    source = blocks.ChoiceBlock(label=_("What"), choices=source_choices)
    topics = TopicsBlock(label=_("Topics"), required=False, help_text=_("About any of these; without any, about all."))
    limit = blocks.IntegerBlock(label=_("At most"), default=5, min_value=1, max_value=MOST)

    class Meta:
        template = "newsletters/piece.html"
        icon = "history"
        label = _("Latest since the last issue")
        description = _("What was published since the last issue of the list, newest first. It fills itself.")
        label_format = "{title}"
        preview_value = {"title": _("New this month"), "source": "news", "topics": [], "limit": 3}


class LetterImageBlock(AsPiece, ImageBlock):
    class Meta:
        template = "newsletters/piece.html"
        description = _("One picture across the letter. Many readers see only its alternative text.")
        group = ""


class ButtonBlock(AsPiece, LinkBlock):
    class Meta:
        template = "newsletters/piece.html"
        icon = "link"
        label = _("Button")
        description = _("The one thing that readers should do next.")
        label_format = "{label}"
        preview_value = {"label": _("Write to us"), "url": "https://example.org/"}


class DividerBlock(AsPiece, blocks.StaticBlock):
    class Meta:
        template = "newsletters/piece.html"
        icon = "minus"
        label = _("Divider")
        description = _("A line between two parts.")
        admin_text = _("A line between two parts.")
        preview_value = None


class LetterQuoteBlock(AsPiece, QuoteBlock):
    class Meta:
        template = "newsletters/piece.html"
        group = ""  # beside the others, of which none has one
        description = _("Somebody’s words, set apart.")


class LetterBlock(blocks.StreamBlock):
    text = LetterTextBlock()
    picked = PickedBlock()
    latest = LatestBlock()
    image = LetterImageBlock()
    button = ButtonBlock()
    divider = DividerBlock()
    quote = LetterQuoteBlock()
