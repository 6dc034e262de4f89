"""Pages that can be found: a source for any page of ours, and what of them changes when the tree does."""

from abc import abstractmethod

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from core.changes.transactions import at_the_end
from core.querysets import language_rank
from search.sources import Findable, Shown, Source, sources
from search.writing import objects_changed


class PageSource(Source):
    """Public pages of the classes in `models`; all language versions of a page are one object."""

    models: tuple = ()

    @abstractmethod
    def text(self, page):
        """The `Text` of a page."""

    def with_facts(self, pages):
        """`pages`, a queryset of one of the models, with all that the other questions read."""
        return pages

    def labels(self, page):
        """What its topics, terms and places are called, per language."""
        return ()

    def facets(self, page):
        return {}

    def date(self, page):
        return None

    def saying(self, thing):
        """A condition for pages of `models` that say what `thing` is called, or None where none does."""
        return

    def findables(self, object_ids):
        left = set(object_ids)
        for model in self.models:
            # All versions of a page are of one class.
            versions = {}
            for page in self._ranked(model).filter(translation_key__in=left) if left else ():
                versions.setdefault(str(page.translation_key), []).append(page)
            left.difference_update(versions)
            for key, pages in versions.items():
                if findable := self._findable(key, pages):
                    yield findable

    def batches(self, size):
        for model in self.models:
            keys = model.objects.published().order_by("translation_key").values_list("translation_key", flat=True)
            batch = list(keys.distinct()[:size])
            while batch:
                yield [str(key) for key in batch]
                batch = list(keys.filter(translation_key__gt=batch[-1]).distinct()[:size])

    def having(self, thing):
        for model in self.models:
            condition = self.saying(thing)
            if condition is not None:
                yield from model.objects.filter(condition).values_list("translation_key", flat=True).distinct()

    def _ranked(self, model):
        """What is public, with its rank for a reader of each language, as `once_in` has it."""
        ranks = {_rank(code): language_rank(code) for code in dict(settings.LANGUAGES)}
        pages = model.objects.published().in_languages().select_related("locale").annotate(**ranks)
        return self.with_facts(pages)

    def _findable(self, key, pages):
        addressed = [(page, url) for page in pages if (url := page.get_url())]
        if not addressed:
            return None
        texts = {page.pk: self.text(page) for page, _url in addressed}
        shown = {}
        for code in dict(settings.LANGUAGES):
            page, url = min(addressed, key=lambda found: getattr(found[0], _rank(code)))
            shown[code] = Shown(texts[page.pk], url, page.pk)
        # Facts are those of the original, which its translations follow.
        first = min((page for page, _url in addressed), key=lambda page: getattr(page, _rank(settings.LANGUAGE_CODE)))
        return Findable(
            object_id=key,
            shown=shown,
            texts=tuple(texts.values()),
            labels=tuple(self.labels(first)),
            facets=self.facets(first),
            date=self.date(first),
        )


def body_text(value):
    """The words of a StreamField's value."""
    return "\n".join(value.stream_block.get_searchable_content(value))


def page_kind(model):
    """The kind whose source has pages of this class, or None."""
    return next((kind for kind, source in _page_sources() if model in source.models), None)


def page_kinds():
    return [kind for kind, _source in _page_sources()]


def pages_changed(ids):
    """Write the pages with these ids anew, whatever they are."""
    at_the_end(_write_pages, ids)


def tree_changed(page_id):
    """Write a page and all below it anew: their addresses or who may read them changed."""
    at_the_end(_write_trees, [page_id])


def _write_pages(_number, ids):
    _write_kinds(Page.objects.filter(pk__in=ids))


def _write_trees(_number, ids):
    for path in Page.objects.filter(pk__in=ids).values_list("path", flat=True):
        _write_kinds(Page.objects.filter(path__startswith=path))


def _write_kinds(pages):
    keys = {}
    for key, content_type in pages.values_list("translation_key", "content_type"):
        keys.setdefault(content_type, []).append(key)
    for content_type, found in keys.items():
        if kind := page_kind(ContentType.objects.get_for_id(content_type).model_class()):
            objects_changed(kind, found)


def _page_sources():
    return [(kind, source) for kind, source in sources().items() if isinstance(source, PageSource)]


def _rank(code):
    return f"rank_{code.replace('-', '_')}"
