"""The page that every page of the site is."""

from django.utils.functional import cached_property
from wagtail.models import Page

from core.querysets import PageManager


class BasePage(Page):
    """What all pages have: languages and a place in their trees. Pages of the apps add their own."""

    objects = PageManager()

    class Meta:
        abstract = True

    @cached_property
    def language(self):
        """The code of the language that this page is written in."""
        return self.locale.language_code
