"""What follows a published page, and what the settings need after a migration."""

from django.db.models.signals import post_migrate
from wagtail.signals import page_published

from core.languages.following import follow_source
from core.models import BasePage, Navigation, SiteSettings


def bring_to_translations(sender, instance, revision=None, alias=False, **signal):
    if isinstance(instance, BasePage) and not alias:
        follow_source(instance, user=revision.user if revision else None)


def keep_rows(sender, **signal):
    """A language added to the settings has its rows after the next migration."""
    if sender.name == "core":
        SiteSettings.ensure_rows()
        Navigation.ensure_rows()


page_published.connect(bring_to_translations, dispatch_uid="core.following")
post_migrate.connect(keep_rows, dispatch_uid="core.rows")
