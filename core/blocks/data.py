"""Blocks of facts: tables, figures, partners, funding."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock

from core.blocks.choosers import ImageChooser
from core.blocks.table_segments import TranslatableTable

GROUP = _("Facts")


class TableBlock(TranslatableTable, TypedTableBlock):
    """The first column names its row. `number` columns align their figures."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    number = blocks.CharBlock(label=_("Number"), required=False)

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns. The first column names its row; give the table a caption.")
        group = GROUP
        template = "blocks/table.html"

    def get_context(self, value, parent_context=None):
        has_headings = any(column["heading"] for column in value.columns)
        return super().get_context(value, parent_context) | {"has_headings": has_headings}

    def get_preview_value(self):
        columns = [(_("Place"), "text"), (_("Participants"), "number")]
        return TypedTable(
            columns=[{"block": self.child_blocks[kind], "heading": str(heading)} for heading, kind in columns],
            row_data=[{"values": [str(_("Plovdiv")), "48"]}, {"values": [str(_("Varna")), "35"]}],
            caption=str(_("Seminars")),
        )


class StatisticBlock(blocks.StructBlock):
    value = blocks.CharBlock(label=_("Figure"), max_length=24)
    label = blocks.CharBlock(label=_("What it counts"), max_length=160)
    source = blocks.CharBlock(label=pgettext_lazy("of a figure", "Source"), required=False, max_length=200)

    class Meta:
        icon = "decimal"
        label = _("Figure")
        label_format = "{value} {label}"


class StatisticsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(StatisticBlock(), label=_("Figures"), min_num=1, max_num=8)

    class Meta:
        icon = "decimal"
        label = _("Statistics")
        description = _("A few large figures, each with what it counts and its source.")
        group = GROUP
        template = "blocks/statistics.html"
        label_format = "{title}"
        preview_value = {
            "title": _("What is already happening"),
            "items": [
                {"value": "200+", "label": _("registered social enterprises"), "source": ""},
                {"value": "1720", "label": _("people work in them"), "source": ""},
            ],
        }


class LogoBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=160)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)
    logo = ImageChooser(label=_("Logo or photo"), required=False)
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        icon = "group"
        label = _("Partner")
        label_format = "{name}"


class LogosBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(LogoBlock(), label=_("People or organisations"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Partners")
        description = _("People or organisations, with a logo or photo where there is one.")
        group = GROUP
        template = "blocks/logos.html"
        label_format = "{title}"
        preview_value = {
            "title": _("Partners"),
            "items": [
                {
                    "name": _("Sofia Development Association"),
                    "role": _("partner, Bulgaria"),
                    "url": "https://example.org/",
                },
                {"name": "IFKA", "role": _("partner, Hungary")},
            ],
        }


class FundingBlock(blocks.StructBlock):
    """The European emblem with the statement of the site settings, so that it is the same everywhere."""

    class Meta:
        icon = "info-circle"
        label = _("Funding statement")
        description = _("The European emblem with the statement from the site settings.")
        group = GROUP
        template = "blocks/funding.html"
        preview_value = {}
