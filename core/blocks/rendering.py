"""What the blocks of one body share while they are rendered."""

from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from core import rich_text
from core.blocks.choosers import Chosen
from core.links import LinkResolver
from core.slugs import slugify


class Rendering:
    """One reader's view of one body: its links, its pictures and files (each kind fetched at once), its anchors."""

    def __init__(self, block=None, raw_data=(), language=None):
        self._chosen = Chosen()
        if block:
            self._chosen.collect(block, list(raw_data))
        self.language = language or get_language()
        self._anchors = set()

    @cached_property
    def links(self):
        return LinkResolver(self.language)

    @cached_property
    def documents(self):
        linked = set().union(*(rich_text.linked_ids("document", text) for text in self._chosen.texts))
        return get_document_model().objects.in_bulk(linked | self._chosen.of(get_document_model()))

    @cached_property
    def images(self):
        images = get_image_model().objects.in_bulk(self._chosen.of(get_image_model()))
        prefetch_related_objects(list(images.values()), "renditions")
        return images

    @property
    def objects(self):
        """Everything that was chosen, by model and id."""
        # Pages in brief: links need no more of them.
        return {get_image_model(): self.images, get_document_model(): self.documents, Page: self.links.pages.by_pk}

    def rich_text(self, source):
        return rich_text.render(source, links=self.links, documents=self.documents)

    def anchor(self, text):
        """An id for the heading `text`, once on its page."""
        stem = f"s-{slugify(str(text))[:60]}".rstrip("-")
        anchor, number = stem, 2
        while anchor in self._anchors:
            anchor, number = f"{stem}-{number}", number + 1
        self._anchors.add(anchor)
        return anchor
