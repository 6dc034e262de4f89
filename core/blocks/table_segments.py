"""Makes typed tables translatable: wagtail-localize 1.14 passes over them otherwise."""

from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail_localize.segments import StringSegmentValue


class TranslatableTable:
    """Gives translators the caption, the headings and the cells of a table whose columns all hold plain text."""

    def get_translatable_segments(self, table):
        segments = [StringSegmentValue("caption", table.caption or "")]
        segments += [
            StringSegmentValue(f"columns.{number}", column["heading"] or "")
            for number, column in enumerate(table.columns)
        ]
        segments += [
            StringSegmentValue(f"rows.{row_number}.{column_number}", cell or "")
            for row_number, row in enumerate(table.row_data)
            for column_number, cell in enumerate(row["values"])
        ]
        return [segment for segment in segments if not segment.is_empty()]

    def restore_translated_segments(self, table, segments):
        texts = {segment.path: segment.render_text() for segment in segments}
        return TypedTable(
            columns=[
                {**column, "heading": texts.get(f"columns.{number}", column["heading"])}
                for number, column in enumerate(table.columns)
            ],
            row_data=[
                {
                    "values": [
                        texts.get(f"rows.{row_number}.{column_number}", cell)
                        for column_number, cell in enumerate(row["values"])
                    ]
                }
                for row_number, row in enumerate(table.row_data)
            ],
            caption=texts.get("caption", table.caption),
        )
