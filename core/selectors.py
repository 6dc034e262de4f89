"""Questions about settings and navigation."""

from dataclasses import dataclass, field

from django.utils.translation import override
from wagtail.models import Page

from core.blocks.choosers import shelf
from core.cache import remember
from core.links import LinkResolver
from core.models import Navigation, SiteSettings


@dataclass(frozen=True)
class NavigationGroup:
    title: str
    links: list


@dataclass(frozen=True)
class ResolvedNavigation:
    """The links of header and footer, ready to be shown (`core.links.ResolvedLink`)."""

    header: list = field(default_factory=list)
    footer: list = field(default_factory=list)


def site_settings_for(language):
    """The settings of the site in a language, asked once for each content version; callers don't change them."""
    return remember(f"settings:{language}", lambda: SiteSettings.for_language(language))


def navigation_for(language):
    """The links of header and footer; those that lead nowhere (unpublished, private, unregistered) are left out."""
    row = Navigation.for_language(language)
    resolver = LinkResolver(language)
    with shelf({Page: resolver.pages.by_pk}):  # in brief: links need no more of them
        header = [block.value for block in row.header]
        groups = [(block.value["title"], list(block.value["links"])) for block in row.footer]
    with override(language):
        resolved = [NavigationGroup(title, resolver.resolve_all(many)) for title, many in groups]
        return ResolvedNavigation(
            header=resolver.resolve_all(header), footer=[group for group in resolved if group.links]
        )
