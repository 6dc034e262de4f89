"""The language versions of a page and of the pages above it."""

from dataclasses import dataclass, field

from wagtail.models import Page

from core.querysets import PageQuerySet, is_restricted


@dataclass(frozen=True)
class Versions:
    """Published pages by language: `exact` is the page itself, `nearest` the deepest one above it that there is."""

    exact: dict = field(default_factory=dict)
    nearest: dict = field(default_factory=dict)


def versions_of(page, request=None):
    """The `Versions` of `page`, with one query, asked once a request."""
    known = {} if request is None else request.__dict__.setdefault("_page_versions", {})
    if page.pk not in known:
        known[page.pk] = _find_versions(page)
    return known[page.pk]


def _find_versions(page):
    way = {page.path[:end] for end in range(2 * page.steplen, len(page.path) + 1, page.steplen)}
    keys = Page.objects.filter(path__in=way).order_by().values("translation_key")
    family = PageQuerySet(Page).in_languages().filter(translation_key__in=keys)
    family = list(family.annotate(restricted=is_restricted()).select_related("locale"))
    depths = {relative.translation_key: relative.depth for relative in family if relative.path in way}
    versions = Versions()
    for relative in sorted(family, key=lambda relative: depths.get(relative.translation_key, 0)):
        if relative.live and not relative.restricted:
            code = relative.locale.language_code
            found = versions.exact if relative.translation_key == page.translation_key else versions.nearest
            found[code] = relative
    return versions
