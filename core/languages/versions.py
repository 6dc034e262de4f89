"""The language versions of a page and of the pages above it."""

from dataclasses import dataclass, field

from django.conf import settings

from core.tree import tree


@dataclass(frozen=True)
class Versions:
    """Published pages, in brief, by language: `exact` is the page itself, `nearest` the deepest one above it."""

    exact: dict = field(default_factory=dict)
    nearest: dict = field(default_factory=dict)


def versions_of(page):
    """The `Versions` of `page` in the languages of the site."""
    versions, pages, languages = Versions(), tree(), dict(settings.LANGUAGES)
    for step in pages.way_to(page.path):
        found = versions.exact if step.translation_key == page.translation_key else versions.nearest
        for version in pages.versions[step.translation_key]:
            if version.public and version.language in languages:
                found[version.language] = version
    return versions
