"""Keeps `PublishedTexts` and `RevisionTexts`, from which everybody learns whether a translation is current.

A digest belongs to each revision that wagtail-localize makes; publishing it makes it that of the page. Other revisions
of such a page (facts that follow) change no text, so the page keeps what it has: the order of events does not matter.
"""

from django.utils import timezone
from wagtail.models import Page

from core.languages.originals import original_of
from core.languages.texts import digest_of_page, digest_of_source, managed_translation, untranslated
from core.models import BasePage, PublishedTexts, RevisionTexts


def record_revision(log):
    """Note which texts the revision of a `TranslationLog` says; nothing for what has no revisions."""
    translation = log.source.translations.filter(target_locale=log.locale_id).first()
    if log.revision_id and translation:
        digest = "" if untranslated(translation) else digest_of_source(log.source)
        RevisionTexts.objects.update_or_create(revision_id=log.revision_id, defaults={"translates": digest})


def record_published(page, revision=None):
    """Note what a `page` that was just published says, and which texts of its original these are the translation of."""
    known = PublishedTexts.objects.filter(page=page.pk).first() or PublishedTexts(page_id=page.pk)
    digest = digest_of_page(page)
    if digest != known.digest:
        known.digest, known.changed_at = digest, timezone.now()
    original = original_of(page)
    known.original_id = original and original.pk
    if original:
        if original.live and not PublishedTexts.objects.filter(page=original.pk).exists():
            _recall(original)  # it went live without being published: made by a program
        known.translates = _translated_digest(page, original, revision, before=known.translates)
    else:
        known.translates = ""
    known.save()


def recall_published():
    """Give published pages that have no record theirs: pages from before there were any."""
    for page in Page.objects.filter(live=True, depth__gt=1, alias_of=None, published_texts=None).order_by("pk"):
        if issubclass(page.specific_class or Page, BasePage):
            _recall(page.specific)


def _translated_digest(page, original, revision, before):
    if managed_translation(page) is None:  # written by hand: whoever publishes it says that it is current
        published = PublishedTexts.objects.filter(page=original.pk).values_list("digest", flat=True).first()
        return published or digest_of_page(original)
    made = RevisionTexts.objects.filter(revision=revision).first() if revision else None
    return made.translates if made else before  # without one, only facts followed


def _recall(page):
    """As `record_published`, but with what wagtail-localize and the dates of publishing tell."""
    original, translation = original_of(page), managed_translation(page)
    translates = ""
    if original and translation:
        made = translation.source.translation_logs.filter(locale=page.locale_id).order_by("-created_at").first()
        if made and made.created_at >= translation.source.last_updated_at and not untranslated(translation):
            translates = digest_of_source(translation.source)
    elif original and _published(page) >= _published(original):
        translates = digest_of_page(original)
    PublishedTexts.objects.create(
        page_id=page.pk,
        digest=digest_of_page(page),
        changed_at=_published(page),
        original_id=original and original.pk,
        translates=translates,
    )


def _published(page):
    return page.last_published_at or page.latest_revision_created_at or timezone.now()
