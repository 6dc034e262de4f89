"""Where a link that an editor set leads for a reader: to the translation in their language, else to the original."""

from dataclasses import dataclass

from core.navigation import get_target
from core.querysets import language_order
from core.tree import tree


@dataclass(frozen=True)
class ResolvedLink:
    """A link ready to be shown; `language` is set when its target is in another language than the reader's."""

    label: str
    url: str
    language: str = ""
    external: bool = False


class LinkResolver:
    """Resolves the links of one reader's page.

    Links that lead nowhere (unpublished, private, unregistered) resolve to None.
    """

    def __init__(self, language):
        self.language = language
        self.pages = tree()
        self._rank = {code: number for number, code in enumerate(language_order(language))}

    def page(self, pk):
        """The published page (in brief) that stands for page `pk` in the reader's language, or None."""
        chosen = self.pages.by_pk.get(int(pk))
        versions = self.pages.versions[chosen.translation_key] if chosen else []
        return min((version for version in versions if version.public), key=self._place, default=None)

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
        return "" if page.language == self.language else page.language

    def _to_page(self, pk, label):
        page = self.page(pk)
        return page and ResolvedLink(label or page.title, page.url, self.foreign(page))

    def _place(self, page):
        return self._rank.get(page.language, len(self._rank))
