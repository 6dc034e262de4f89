"""An untranslated copy of a page never goes live under another language."""

import json

from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.fields import StreamField
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.models import StringTranslation, TranslationSource

from core.languages.originals import original_of

# An address isn't text that anybody reads; one must differ anyway.
NOT_READ = "slug"


class UntranslatedCopy(PublishPagePermissionError):
    """Raised instead of publishing a page that says word by word what its original says."""

    message = _(
        "Nothing of this page is translated yet, so it can't be published: it would be a copy in another language."
    )

    def __init__(self):
        super().__init__(str(self.message))


def mirrors_another_language(page):
    """Whether `page` is an alias of a page in another language; Wagtail keeps those the same word by word."""
    return bool(page.alias_of_id) and page.alias_of.locale_id != page.locale_id


def is_untranslated_copy(page):
    """Whether all that `page` (or a draft of it) says is what its original says.

    A page of which any text was translated is none, even when some translations look like the original: names do.
    """
    original = original_of(page)
    if original is None or _has_translated_text(page):
        return False
    said = _texts(page)
    return said in (_texts(original), _texts(_as_submitted(original)))


def _has_translated_text(page):
    translated = StringTranslation.objects.filter(context__object_id=page.translation_key, locale=page.locale_id)
    return translated.exclude(context__path=NOT_READ).exists()


def _as_submitted(original):
    source = TranslationSource.objects.filter(object_id=original.translation_key, locale=original.locale_id).first()
    return source.as_instance() if source else original


def _texts(page):
    data = page.serializable_data()
    fields = (field for field in get_translatable_fields(type(page)) if isinstance(field, TranslatableField))
    return {
        field.field_name: _said(page, field.field_name, data.get(field.field_name))
        for field in fields
        if field.field_name != NOT_READ
    }


def _said(page, name, value):
    # PostgreSQL keeps the keys of blocks in an order of its own, so as texts two bodies differ that say the same.
    return json.loads(value) if value and isinstance(page._meta.get_field(name), StreamField) else value
