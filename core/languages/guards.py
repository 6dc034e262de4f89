"""A translation of which texts are missing doesn't go live, and one that is live is changed only by publishing."""

from functools import wraps

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from core.languages.texts import managed_translation, untranslated


class UnfinishedTranslation(PublishPagePermissionError):
    """Raised instead of publishing a draft in which some texts are those of the original."""

    message = _(
        "This draft was made before all its texts were translated, so it can't be published as it is. "
        "Open it, translate what is missing and publish it there."
    )

    def __init__(self):
        super().__init__(str(self.message))


class TextsMissing(ValidationError):
    """Raised instead of saving half a translation over what readers see."""

    def __init__(self):
        super().__init__({"__all__": [_("Some texts are not translated yet.")]})


def is_unfinished(page, revision):
    """Whether `revision` of a `page` that isn't live was made by wagtail-localize while texts were missing."""
    if managed_translation(page) is None:
        return False
    earlier = Revision.objects.for_instance(page).filter(pk__lte=revision.pk, translated_texts__isnull=False)
    return earlier.order_by("-pk").values_list("translated_texts__translates", flat=True).first() == ""


def guarded(save_target):
    """Let `Translation.save_target` neither publish half a translation nor touch what is live without publishing.

    As it is, it writes a draft of a live page straight into what readers see, with the original's words where
    translations are missing. Whatever re-submits pages that are translated already calls it that way.
    """

    @wraps(save_target)
    def guarded_save_target(translation, user=None, publish=True):
        if _is_of_pages(translation):
            if not publish and _is_live(translation):
                return None
            if publish and untranslated(translation):
                raise TextsMissing
        return _in_one_piece(save_target, translation, user=user, publish=publish)

    return guarded_save_target


def put_up_guards():
    """Once, when the apps are ready."""
    Translation.save_target = guarded(Translation.save_target)


def _in_one_piece(save_target, translation, **options):
    """Save, log, then publish: on its own it publishes before the log says which texts the revision has.

    The notes that it makes about texts that a field refuses are kept.
    """
    refused = None
    with transaction.atomic():
        try:
            save_target(translation, **options)
        except ValidationError as error:
            refused = error
    if refused:
        raise refused


def _is_of_pages(translation):
    model = translation.source.specific_content_type.model_class()
    return model is not None and issubclass(model, Page)


def _is_live(translation):
    key, locale = translation.source.object_id, translation.target_locale_id
    return Page.objects.filter(translation_key=key, locale=locale, live=True, alias_of=None).exists()
