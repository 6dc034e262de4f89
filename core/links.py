"""Where a link that an editor set leads for a reader: to the translation in their language, else to the original."""

from dataclasses import dataclass

from wagtail.models import Page

from core.navigation import get_target
from core.querysets import is_restricted, language_order


@dataclass(frozen=True)
class ResolvedLink:
    """A link ready to be shown; `language` is set when its target is in another language than the reader's."""

    label: str
    url: str
    language: str = ""
    external: bool = False


class LinkResolver:
    """Resolves the links of one reader's page; all the pages it was told about are fetched together.

    Links that lead nowhere (unpublished, private, unregistered) resolve to None.
    """

    def __init__(self, language, page_ids=()):
        self.language = language
        self._unknown = {int(pk) for pk in page_ids if pk}
        self._chosen, self._best = {}, {}

    def page(self, pk):
        """The published page that stands for page `pk` in the reader's language, or None."""
        chosen = self.chosen([int(pk)]).get(int(pk))
        return chosen and self._best.get(chosen.translation_key)

    def chosen(self, ids):
        """The pages with `ids` themselves, whatever their state, by id."""
        self._unknown |= {pk for pk in ids if pk not in self._chosen}
        if self._unknown:
            self._fetch()
        return self._chosen

    def resolve(self, link):
        """A `ResolvedLink` for the value of a `LinkBlock` (its previews leave fields out), or None."""
        page, route, url, label = (link.get(name) for name in ("page", "route", "url", "label")) if link else 4 * [None]
        if page:
            return self._to_page(page.pk, label)
        if route:
            target = get_target(route)
            return target and ResolvedLink(label or str(target.label), target.url)
        return ResolvedLink(label or url, url, external=True) if url else None

    def resolve_all(self, links):
        """Those of `links` that lead somewhere."""
        return [resolved for resolved in map(self.resolve, links) if resolved]

    def foreign(self, page):
        """The language code of `page` if the reader's is another, else ""."""
        code = page.locale.language_code
        return "" if code == self.language else code

    def _to_page(self, pk, label):
        page = self.page(pk)
        return page and ResolvedLink(label or page.title, page.url, self.foreign(page))

    def _fetch(self):
        ids, self._unknown = self._unknown, set()
        keys = Page.objects.filter(pk__in=ids).order_by().values("translation_key")
        pages = Page.objects.filter(translation_key__in=keys).annotate(restricted=is_restricted())
        pages = pages.select_related("locale")
        self._chosen |= dict.fromkeys(ids) | {page.pk: page for page in pages if page.pk in ids}
        rank = {code: number for number, code in enumerate(language_order(self.language))}
        for page in sorted(pages, key=lambda page: rank.get(page.locale.language_code, len(rank))):
            if page.live and not page.restricted:
                self._best.setdefault(page.translation_key, page)
