"""The texts of a page that are translated: their digest, and which of them are not translated yet."""

import hashlib
import re

from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from core.languages.copies import NOT_READ

TAG = re.compile(r"<[^>]*>")


def digest_of_page(page):
    """A digest of what `page` (its specific instance) says as it stands; the address is none of it."""
    segments = (segment for segment in extract_segments(page) if isinstance(segment, StringSegmentValue))
    return _digest((segment.path, segment.string.data) for segment in segments)


def digest_of_source(source):
    """The same of a wagtail-localize `TranslationSource`: of what was submitted for translation."""
    return _digest(source.stringsegment_set.values_list("context__path", "string__data"))


def untranslated(translation):
    """The texts that a wagtail-localize `Translation` lacks, in their order; addresses and mere numbers don't count."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale_id)
    missing = segments.filter(translation__isnull=True).exclude(context__path=NOT_READ).order_by("order")
    return [text for text in missing.values_list("string__data", flat=True) if _has_words(text)]


def managed_translation(page):
    """The enabled wagtail-localize `Translation` that `page` is the target of, or None: it is written by hand."""
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    return translations.select_related("source", "target_locale").first()


def _digest(pairs):
    joined = "\0".join(f"{path}\0{text}" for path, text in sorted(set(pairs)) if path != NOT_READ)
    return hashlib.sha1(joined.encode(), usedforsecurity=False).hexdigest()


def _has_words(text):
    return any(character.isalpha() for character in TAG.sub("", text))
