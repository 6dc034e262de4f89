"""What follows a published page, and what the settings need after a migration."""

from django.db.models.signals import post_migrate, post_save
from wagtail.signals import page_published
from wagtail_localize.models import TranslationLog

from core.languages.following import follow_source
from core.languages.records import recall_published, record_published, record_revision
from core.models import BasePage, Navigation, SiteSettings


def bring_to_translations(sender, instance, revision=None, alias=False, **signal):
    if isinstance(instance, BasePage) and not alias:
        follow_source(instance, user=revision.user if revision else None)


def record_texts(sender, instance, revision=None, alias=False, **signal):
    if isinstance(instance, BasePage) and not alias:
        record_published(instance, revision)


def record_made_revision(sender, instance, created=False, raw=False, **signal):
    if created and not raw:
        record_revision(instance)


def keep_rows(sender, **signal):
    """A language added to the settings has its rows after the next migration, and pages from before their records."""
    if sender.name == "core":
        SiteSettings.ensure_rows()
        Navigation.ensure_rows()
        recall_published()


page_published.connect(record_texts, dispatch_uid="core.texts")
post_save.connect(record_made_revision, sender=TranslationLog, dispatch_uid="core.texts")
page_published.connect(bring_to_translations, dispatch_uid="core.following")
post_migrate.connect(keep_rows, dispatch_uid="core.rows")
