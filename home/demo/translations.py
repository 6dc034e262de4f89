"""Translations of the demonstration, entered as a translator would: string by string in wagtail-localize."""

from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def translate(page, translated, language, *, live=True):
    """Make the translation of `page` into `language` whose texts an unsaved twin, `translated`, has.

    Both must have the same structure: strings are paired by their place. Raises ValueError where they are not.
    """
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Locale.objects.get(language_code=language)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    texts = _strings(translated)
    segments = list(source.stringsegment_set.select_related("string", "context").order_by("order"))
    for segment, text in _paired(segments, texts, page):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
        )
    # Published at once: wagtail-localize would wait for the end of the transaction and then save the page without the
    # children that it got meanwhile.
    translation.save_target(publish=False)
    if live:
        page.get_translation(locale).get_latest_revision().publish()
    return page.get_translation(locale)


def _strings(instance):
    """The translatable strings of `instance` by path, in their order."""
    found = {}
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            found.setdefault(segment.path, []).append(segment.string.data)
    return found


def _paired(segments, texts, page):
    taken = {}
    for segment in segments:
        path = segment.context.path
        number = taken.get(path, 0)
        taken[path] = number + 1
        try:
            yield segment, texts[path][number]
        except (KeyError, IndexError) as error:
            raise ValueError(f"{page.slug}: nothing translates {path} ({segment.string.data!r})") from error
