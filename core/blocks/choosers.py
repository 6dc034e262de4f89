"""Choosers that a body can load together: one query a kind of object, however many blocks chose one.

Wagtail fetches once for every block type; a page with every block would need a query for each of them.
"""

import copy
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

_shelf = ContextVar("objects loaded for the body that is being rendered", default=None)


class _FromShelf:
    """A chooser that takes its objects from the body's shelf while there is one."""

    def bulk_to_python(self, values):
        shelf = _shelf.get()
        if shelf is None or self.model_class not in shelf:
            return super().bulk_to_python(values)
        objects = shelf[self.model_class]
        # A copy for each place: blocks may set attributes of their own on what they show.
        return [copy.copy(objects.get(value)) for value in values]


class PageChooser(_FromShelf, blocks.PageChooserBlock):
    def deconstruct(self):
        return ("wagtail.blocks.PageChooserBlock", *super().deconstruct()[1:])


class ImageChooser(_FromShelf, ImageChooserBlock):
    def deconstruct(self):
        return ("wagtail.images.blocks.ImageChooserBlock", *super().deconstruct()[1:])


class DocumentChooser(_FromShelf, DocumentChooserBlock):
    def deconstruct(self):
        return ("wagtail.documents.blocks.DocumentChooserBlock", *super().deconstruct()[1:])


class Chosen:
    """What the raw data of a block refers to: ids by model, and the sources of rich texts."""

    def __init__(self):
        self.ids = {}
        self.texts = []

    def of(self, model):
        return self.ids.get(model, set())

    def collect(self, block, raw):
        """Walk `raw` (JSON, as it lies in the database) along its block definition."""
        if raw is None:
            return
        if isinstance(block, _FromShelf):
            self.ids.setdefault(block.model_class, set()).add(raw)
        elif isinstance(block, blocks.RichTextBlock):
            self.texts.append(raw)
        elif isinstance(block, blocks.StructBlock):
            for name, child in block.child_blocks.items():
                self.collect(child, raw.get(name))
        elif isinstance(block, blocks.ListBlock):
            for item in raw:
                self.collect(block.child_block, item["value"] if block._item_is_in_block_format(item) else item)
        elif isinstance(block, blocks.StreamBlock):
            for item in raw:
                if item["type"] in block.child_blocks:
                    self.collect(block.child_blocks[item["type"]], item["value"])


@contextmanager
def shelf(objects):
    """While inside, choosers take from `objects` ({model: {pk: object}}) what would cost them a query."""
    token = _shelf.set(objects)
    try:
        yield
    finally:
        _shelf.reset(token)
