"""Questions about navigation and languages."""

from dataclasses import dataclass, field

from django.utils.translation import get_language
from wagtail.models import Page

from core.models import Navigation
from core.navigation import get_target


@dataclass(frozen=True)
class NavigationLink:
    """A link ready to be shown; `language` is set when its target is in another language than the reader's."""

    label: str
    url: str
    language: str = ""


@dataclass(frozen=True)
class NavigationGroup:
    title: str
    links: list


@dataclass(frozen=True)
class ResolvedNavigation:
    header: list = field(default_factory=list)
    footer: list = field(default_factory=list)


def navigation_for(language):
    """The links of header and footer; those that lead nowhere (unpublished, unregistered) are left out."""
    row = Navigation.for_language(language)
    groups = [(block.value["title"], list(block.value["links"])) for block in row.footer]
    header = [block.value for block in row.header]
    pages = _pages_in(language, [link["page"] for link in header + [one for _t, many in groups for one in many]])

    def resolve(links):
        found = (_resolve(link, pages, language) for link in links)
        return [link for link in found if link]

    return ResolvedNavigation(
        header=resolve(header), footer=[NavigationGroup(title, resolve(links)) for title, links in groups]
    )


def _pages_in(language, chosen):
    """For each chosen page's translation key the published page that a reader of `language` should get."""
    keys = [page.translation_key for page in chosen if page]
    pages = Page.objects.live().public().filter(translation_key__in=keys).select_related("locale")
    best = {}
    for page in pages:
        if page.locale.language_code == language or page.translation_key not in best:
            best[page.translation_key] = page
    return best


def _resolve(link, pages, language):
    if link["page"]:
        page = pages.get(link["page"].translation_key)
        if page is None:
            return None
        foreign = page.locale.language_code if page.locale.language_code != language else ""
        return NavigationLink(link["label"] or page.title, page.url, foreign)
    if link["route"]:
        target = get_target(link["route"])
        return target and NavigationLink(link["label"] or str(target.label), target.url)
    return NavigationLink(link["label"], link["url"]) if link["url"] else None


def current_language():
    return get_language()
