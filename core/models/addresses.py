"""How a page gets its slug when nobody wrote one."""

import re

from django.db import models
from django.dispatch import Signal
from wagtail.coreutils import find_available_slug
from wagtail_localize.models import StringTranslation, Translation

from core.changes.transactions import is_changing
from core.copying import PageCopyForm
from core.sites import only_site
from core.slugs import MAX_LENGTH, slugify

_ROOM_FOR_NUMBER = 5

# Sent with `instance` in the transaction that gives a page another slug, when the pages below have their new addresses.
# Wagtail's own `page_slug_changed` comes after the commit.
addresses_below_changed = Signal()


class AddressMixin(models.Model):
    """Gives a page the slug of its title, by the official transliteration, once among its siblings.

    A translation whose slug nobody translated gets that of its own title; wagtail-localize would leave it with the
    original's. Once published its address stays, until somebody writes another.
    """

    copy_form_class = PageCopyForm
    _parts_of_url = (None, None)

    class Meta:
        abstract = True

    def get_url_parts(self, request=None):
        """As Wagtail's, but found once for each object and address: a page asks some five times for its own."""
        if is_changing() or only_site() is None:
            return super().get_url_parts(request=request)
        known, parts = self._parts_of_url
        if known != self.url_path:
            parts = super().get_url_parts(request=request)
            self._parts_of_url = self.url_path, parts
        return parts

    def full_clean(self, *args, **kwargs):
        self._propose_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        self._propose_slug()
        super().minimal_clean()

    def _propose_slug(self):
        if self.slug and not self._slug_is_the_originals():
            return
        parent = self._known_parent()
        if parent is None or parent.is_root():
            return
        base = slugify(self.title)[: MAX_LENGTH - _ROOM_FOR_NUMBER].rstrip("-")
        if base:
            self.slug = find_available_slug(parent, base, ignore_page_id=self.pk)

    def _update_descendant_url_paths(self, old_url_path, new_url_path):
        super()._update_descendant_url_paths(old_url_path, new_url_path)
        addresses_below_changed.send(sender=type(self), instance=self)

    def _known_parent(self):
        """The parent, or None for a page that has no place in the tree yet."""
        return self.get_parent() if self.path or getattr(self, "_cached_parent_obj", None) else None

    def _slug_is_the_originals(self):
        """Whether this is a translation with the slug that was copied from the original, and should have its own."""
        if self.alias_of_id or not self.pk:
            return False
        translation = (
            Translation.objects.filter(
                source__object_id=self.translation_key, target_locale=self.locale_id, enabled=True
            )
            .select_related("source")
            .first()
        )
        if translation is None or slug_is_translated(translation):
            return False
        original = (
            type(self)
            ._default_manager.filter(translation_key=self.translation_key, locale=translation.source.locale_id)
            .first()
        )
        if original is None or original.title == self.title or not is_copy_of(self.slug, original.slug):
            return False
        return not self._keep_published_slug(original)

    def _keep_published_slug(self, original):
        """Take back the address that readers know already; says whether there is one."""
        known = type(self)._default_manager.filter(pk=self.pk, first_published_at__isnull=False).first()
        if known is None or is_copy_of(known.slug, original.slug):
            return False
        self.slug = known.slug
        return True


def is_copy_of(slug, original):
    """Whether `slug` is `original`, or it with the number that makes it unique."""
    return re.fullmatch(re.escape(original) + r"(-\d+)?", slug) is not None


def slug_is_translated(translation):
    """Whether somebody translated the slug of the page that `translation` is about."""
    # Text by text: joined in one question, PostgreSQL took seconds while it knew nothing yet about new tables.
    slugs = translation.source.stringsegment_set.filter(context__path="slug").values_list("string", "context")
    return any(
        StringTranslation.objects.filter(
            locale=translation.target_locale_id, translation_of=string, context=context
        ).exists()
        for string, context in slugs
    )
