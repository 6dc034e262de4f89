"""What makes the small cache forget, what follows a published page, and what the settings need after a migration."""

from django.db.models.signals import post_delete, post_migrate, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.cache import forget_everything
from core.languages.following import follow_source, live_page_followed
from core.models import BasePage, Navigation, SiteSettings

for signal in (page_published, page_unpublished, page_slug_changed, post_page_move, live_page_followed):
    signal.connect(forget_everything, dispatch_uid="core.cache")
for sender in (SiteSettings, Navigation, Site, Locale, PageViewRestriction):
    post_save.connect(forget_everything, sender=sender, dispatch_uid="core.cache")
    post_delete.connect(forget_everything, sender=sender, dispatch_uid="core.cache")


def forget_deleted_page(sender, **signal):
    if issubclass(sender, Page):
        forget_everything()


def bring_to_translations(sender, instance, revision=None, alias=False, **signal):
    if isinstance(instance, BasePage) and not alias:
        follow_source(instance, user=revision.user if revision else None)


def keep_rows(sender, **signal):
    """A language added to the settings has its rows after the next migration."""
    if sender.name == "core":
        SiteSettings.ensure_rows()
        Navigation.ensure_rows()


post_delete.connect(forget_deleted_page, dispatch_uid="core.cache.pages")
page_published.connect(bring_to_translations, dispatch_uid="core.following")
post_migrate.connect(keep_rows, dispatch_uid="core.rows")
