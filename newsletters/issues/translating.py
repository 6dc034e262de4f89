"""A translation of an issue that is whole becomes a draft that can leave, before anybody publishes it."""

from wagtail_localize.models import Translation

from core.languages.texts import untranslated
from newsletters.models import NewsletterPage


def keep_whole_translation(sender, instance, raw=False, **signal):
    """Write the draft anew when a text of a version that isn't in the archive was translated, and none is missing.

    wagtail-localize writes it on publishing alone, and an issue leaves before that.
    """
    if raw:
        return
    key, locale = instance.context.object_id, instance.locale_id
    if not NewsletterPage.objects.filter(translation_key=key, locale=locale, live=False, alias_of=None).exists():
        return
    for translation in Translation.objects.filter(source__object_id=key, target_locale=locale, enabled=True):
        if not untranslated(translation):
            translation.save_target(user=instance.last_translated_by, publish=False)
