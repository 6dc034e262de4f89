"""Which language version of a page was translated from which."""

from wagtail.models import Locale
from wagtail_localize.models import Translation


def origins(translation_key):
    """{locale of a translation: locale that it was translated from}; originals are not in it.

    Translations back into the language of the original don't count, so that nobody follows in a circle.
    """
    rows = Translation.objects.filter(source__object_id=translation_key).order_by("-enabled", "pk")
    return came_from(rows.values_list("target_locale_id", "source__locale_id"))


def came_from(pairs):
    """The same from (target locale, source locale) pairs of one page; those that count more come first."""
    found = {}
    for target, source in pairs:
        if target not in found and target not in _way(found, source):
            found[target] = source
    return found


def original_of(page, ways=None):
    """The page that `page` was translated from, or None for an original. `ways` are its `origins`, if known."""
    origin = _origin(origins(page.translation_key) if ways is None else ways, page.locale_id)
    return versions(page).filter(locale=origin).first() if origin else None


def versions(page):
    """The same page in all languages, without those that mirror another."""
    return type(page)._default_manager.filter(translation_key=page.translation_key, alias_of__isnull=True)


def followers(page, ways=None):
    """The translations of `page` and theirs, those nearest to it first. `ways` are its `origins`, if known."""
    ways = origins(page.translation_key) if ways is None else ways
    pending = {version.locale_id: version for version in versions(page).exclude(pk=page.pk)}
    found, reached = [], [page.locale_id]
    while reached:
        origin = reached.pop(0)
        for locale in [locale for locale in pending if _origin(ways, locale) == origin]:
            found.append(pending.pop(locale))
            reached.append(locale)
    return found


def _origin(ways, locale):
    """Where a version came from. One made by hand counts as translated from that in the source language."""
    if locale in ways:
        return ways[locale]
    source = Locale.get_default().pk
    return source if locale != source and source not in ways else None


def _way(ways, locale):
    way = [locale]
    while way[-1] in ways:
        way.append(ways[way[-1]])
    return way
