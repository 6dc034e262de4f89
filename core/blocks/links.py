"""Links that editors set: to a page, to a named route that an app registered, or to another site."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.choosers import PageChooser
from core.navigation import target_choices


class LinkBlock(blocks.StructBlock):
    """Exactly one target; with `required=False` also none."""

    label = blocks.CharBlock(
        label=_("Label"), required=False, max_length=80, help_text=_("Left empty, the title of the target is shown.")
    )
    page = PageChooser(label=_("Page"), required=False)
    route = blocks.ChoiceBlock(label=_("Part of the site"), choices=target_choices, required=False)
    url = blocks.URLBlock(label=_("Address on another site"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")
        required = True

    def clean(self, value):
        cleaned = super().clean(value)
        targets = sum(bool(cleaned.get(name)) for name in ("page", "route", "url"))
        if targets > 1 or (self.meta.required and not targets):
            raise blocks.StructBlockValidationError(
                non_block_errors=[
                    ValidationError(_("Choose exactly one target: a page, a part of the site or an address."))
                ]
            )
        if cleaned.get("url") and not cleaned.get("label"):
            raise blocks.StructBlockValidationError(
                block_errors={"label": ValidationError(_("A link to another site needs a label."))}
            )
        return cleaned


class LinkGroupBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=60)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Group of links")


class SocialLinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Name"), max_length=40)
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Social link")
