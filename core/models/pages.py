"""The page that every page of the site is."""

from django.db.models import Q
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction

from core.languages.codes import code_of
from core.languages.copies import UntranslatedCopy, is_untranslated_copy, mirrors_another_language
from core.languages.guards import UnfinishedTranslation, is_unfinished
from core.models.addresses import AddressMixin
from core.querysets import PageManager
from core.tree import tree

LEAD_HELP = _("One or two sentences that say what the page is about. They stand below the title.")


class BasePage(AddressMixin, Page):
    """What all pages have: languages and a place in their trees. Pages of the apps add their own.

    `followed_fields` names what isn't text: it follows the original into its translations when that is published
    (see `core.languages.following`). Fields and child relations may stand in it; for tags, the relation of their rows.
    Of a class that says `counts_views`, it is counted how often readers are given a page (`core.page_cache.views`).
    """

    followed_fields = []
    counts_views = False
    # Whether translators begin before anybody may read the original: what is sent in all languages at once.
    translated_as_draft = False

    # Without "show in menus": what stands in header and footer is set in the navigation.
    promote_panels = Page.promote_panels[:1]

    objects = PageManager()

    class Meta:
        abstract = True

    @property
    def language(self):
        """The code of the language that this page is written in."""
        if Page.locale.is_cached(self):
            return self.locale.language_code
        return code_of(self.locale_id) or self.locale.language_code

    def route(self, request, path_components):
        """Answer only below the language of the page: Wagtail shows the source tree where another is missing."""
        if self.language != get_language():
            raise Http404
        return super().route(request, path_components)

    def save(self, *args, update_fields=None, **kwargs):
        """Never live while it only mirrors a page in another language: aliases would go live by themselves."""
        if self.live and mirrors_another_language(self):
            self.live, self.has_unpublished_changes = False, True
            if update_fields is not None:
                update_fields = {*update_fields, "live", "has_unpublished_changes"}
        return super().save(*args, update_fields=update_fields, **kwargs)

    def publish(self, revision, *args, **kwargs):
        """As Wagtail does, but no copy in which nothing or only a part is translated.

        Raises:
            UntranslatedCopy, UnfinishedTranslation: each a PermissionDenied, so that the admin says no.
        """
        if not self.live:
            if is_untranslated_copy(revision.as_object()):
                raise UntranslatedCopy
            if is_unfinished(self, revision):
                raise UnfinishedTranslation
        return super().publish(revision, *args, **kwargs)

    def can_move_to(self, parent):
        """Within the tree of its language: elsewhere its address would claim another one."""
        same = parent.depth == 1 or parent.locale_id == self.locale_id
        return same and super().can_move_to(parent)

    def get_view_restrictions(self):
        """As Wagtail's, with one query at most: on the page, on those above, and on what they are aliases of."""
        if not tree().restricted:
            return PageViewRestriction.objects.none()
        way = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        own = Q(page__path__in=way, page__alias_of__isnull=True)
        return PageViewRestriction.objects.filter(own | Q(page__aliases__path__in=way)).distinct()
