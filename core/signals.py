"""What makes the small cache forget."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.cache import forget_everything
from core.models import Navigation, SiteSettings

for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
    signal.connect(forget_everything, dispatch_uid="core.cache")
for sender in (SiteSettings, Navigation, Site, Locale):
    post_save.connect(forget_everything, sender=sender, dispatch_uid="core.cache")
    post_delete.connect(forget_everything, sender=sender, dispatch_uid="core.cache")
