"""Pictures, files and links inside a page's blocks follow its original, too, as long as no text changed with them.

When texts changed, the body waits for its translators: only they know what the new text says.
"""

import json
import logging

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from core.languages.originals import versions
from core.languages.texts import untranslated

logger = logging.getLogger(__name__)


def follow_blocks(source, page, read_content, *, user=None):
    """Rebuild the bodies of the translations of a published `page` whose texts are those submitted for translation.

    `source` is its TranslationSource; `read_content()` gives what the page says, as `to_json` has it.

    A live translation is published again and a draft stays one. A live one at whose texts somebody is at work waits
    until they are published: wagtail-localize can't save its draft without changing what is live.
    """
    if not _only_blocks_differ(source, page, read_content()):
        return
    source.update_from_db()
    for translation in source.translations.filter(enabled=True).select_related("target_locale"):
        target = versions(page).filter(locale=translation.target_locale).first()
        if target is not None and not (target.live and _is_worked_at(translation, target)):
            _rebuild(translation, user, publish=target.live)


def _only_blocks_differ(source, page, current):
    submitted = json.loads(source.content_json)
    bodies = [field.name for field in page._meta.get_fields() if isinstance(field, StreamField)]
    if all(submitted.get(name) == current[name] for name in bodies):
        return False
    known = set(source.stringsegment_set.values_list("context__path", "string__data"))
    return known == {
        (segment.path, segment.string.data)
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    }


def _is_worked_at(translation, target):
    touched = translation.translations_last_updated_at
    return (
        target.has_unpublished_changes
        or (touched and target.last_published_at and touched > target.last_published_at)
        or bool(untranslated(translation))
    )


def _rebuild(translation, user, publish):
    try:
        translation.save_target(user=user, publish=publish)
    except ValidationError as error:
        # Texts that editors must mend first; the translation is shown as out of date until then.
        logger.warning("Translation %s could not be rebuilt: %s", translation.uuid, error)
