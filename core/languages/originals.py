"""Which language version of a page was translated from which."""

from wagtail.models import Locale
from wagtail_localize.models import Translation


def origins(translation_key):
    """{locale of a translation: locale that it was translated from}; originals are not in it.

    Translations back into the language of the original don't count, so that nobody follows in a circle.
    """
    rows = Translation.objects.filter(source__object_id=translation_key).order_by("-enabled", "pk")
    came_from = {}
    for target, source in rows.values_list("target_locale_id", "source__locale_id"):
        if target not in came_from and target not in _way(came_from, source):
            came_from[target] = source
    return came_from


def original_of(page):
    """The page that `page` was translated from, or None for an original."""
    origin = _origin(origins(page.translation_key), page.locale_id)
    return versions(page).filter(locale=origin).first() if origin else None


def versions(page):
    """The same page in all languages, without those that mirror another."""
    return type(page)._default_manager.filter(translation_key=page.translation_key, alias_of__isnull=True)


def followers(page):
    """The translations of `page` and theirs, those nearest to it first."""
    came_from = origins(page.translation_key)
    pending = {version.locale_id: version for version in versions(page).exclude(pk=page.pk)}
    found, reached = [], [page.locale_id]
    while reached:
        origin = reached.pop(0)
        for locale in [locale for locale in pending if _origin(came_from, locale) == origin]:
            found.append(pending.pop(locale))
            reached.append(locale)
    return found


def _origin(came_from, locale):
    """Where a version came from. One made by hand counts as translated from that in the source language."""
    source = Locale.get_default().pk
    by_hand = source if locale != source and source not in came_from else None
    return came_from.get(locale, by_hand)


def _way(came_from, locale):
    way = [locale]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return way
