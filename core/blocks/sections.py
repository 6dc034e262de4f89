"""A body as sections: a heading opens one, and so does a block with a title of its own."""

from dataclasses import dataclass, field

# Blocks that print their title above themselves, and those of them that take the whole width of a page.
_TITLED = {"gallery", "cards", "accordion", "statistics", "logos"}
_WIDE = {"gallery", "cards", "statistics"}


@dataclass
class Section:
    title: str = ""
    blocks: list = field(default_factory=list)
    wide: bool = False


def sections(stream):
    """The blocks of `stream` in their order, grouped. A section's title is not among its blocks any more."""
    found = []
    for child in stream:
        if child.block_type == "heading" and child.value["level"] == "h2":
            found.append(Section(child.value["text"]))
        elif title := _own_title(child):
            found.append(Section(title, [child], wide=child.block_type in _WIDE))
        elif not found or _own_title(found[-1].blocks[-1] if found[-1].blocks else None):
            found.append(Section("", [child]))
        else:
            found[-1].blocks.append(child)
    return found


def _own_title(child):
    """The title that a block would print above itself."""
    if child is None or child.block_type not in _TITLED:
        return ""
    return child.value["title"]
