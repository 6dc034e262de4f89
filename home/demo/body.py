"""From the texts of a content file to the raw data of a StreamField."""

import re

from home.demo.keys import stable_id

# Where a content file's word for a field differs from the block's.
FIELDS = {"html": "text", "illustration": "image"}


class Targets:
    """What texts refer to by key: pages and illustrations that exist by now."""

    def __init__(self, pages, images):
        self.pages, self.images = pages, images

    def rich_text(self, html):
        """Turn `<a href="page:KEY">` into a link that follows the page wherever it goes."""
        return re.sub(r'href="page:([\w-]+)"', lambda found: f'linktype="page" id="{self.pages[found[1]].pk}"', html)


def stream(entries, targets, path):
    """Raw StreamField data with stable block ids, so that two languages of a text have the same structure."""
    return [
        {
            "type": entry["type"],
            "value": _block(entry, targets, f"{path}/{number}"),
            "id": str(stable_id("block", path, number)),
        }
        for number, entry in enumerate(entries)
    ]


def _block(entry, targets, path):
    if entry["type"] == "text":
        return targets.rich_text(entry["html"])
    if entry["type"] == "table":
        return _table(entry)
    fields = {name: value for name, value in entry.items() if name != "type"}
    return _struct(fields, targets, path)


def _struct(fields, targets, path):
    values = {FIELDS.get(name, name): _field(name, value, targets, f"{path}/{name}") for name, value in fields.items()}
    if "page" in fields:
        link = {"page": targets.pages[fields["page"]].pk, "label": "", "route": "", "url": ""}
        # A card has a link; a link of a call to action is one.
        return values | (link | {"label": fields["label"]} if "label" in fields else {"link": link})
    return values


def _field(name, value, targets, path):
    if name == "html":
        return targets.rich_text(value)
    if name == "illustration":
        return targets.images[value].pk
    if isinstance(value, list):
        return [
            {
                "type": "item",
                "value": _struct(item, targets, f"{path}/{number}"),
                "id": str(stable_id("item", path, number)),
            }
            for number, item in enumerate(value)
        ]
    return value


def _table(entry):
    """A typed table whose columns all hold text."""
    return {
        "caption": entry["caption"],
        "columns": [{"type": "text", "heading": heading} for heading in entry["header"]],
        "rows": [{"values": row} for row in entry["rows"]],
    }
