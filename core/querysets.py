"""Named questions about pages in several languages."""

from django.conf import settings
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction
from wagtail.models import PageManager as WagtailPageManager
from wagtail.query import PageQuerySet as WagtailPageQuerySet
from wagtail_localize.models import Translation


def language_order(language):
    """The codes of all languages as a reader of `language` prefers them: own, source, then the rest."""
    return list(dict.fromkeys([language, settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)]))


def is_translation():
    """A condition: the page was translated from another language, so it is not the original."""
    return Exists(
        Translation.objects.filter(source__object_id=OuterRef("translation_key"), target_locale=OuterRef("locale"))
    )


def is_restricted():
    """A condition: the page stands at or below one that only some people may read.

    A part of the query, where Wagtail's `public()` asks one more each time that it is called.
    """
    return Exists(PageViewRestriction.objects.filter(page__path=Substr(OuterRef("path"), 1, Length(F("page__path")))))


def language_rank(language):
    """An expression, different for each language version of a page: the lower, the rather a reader would have it.

    Their own language comes first, then the original, then the source language of the site, then the rest.
    """
    order = language_order(language)
    positions = [When(locale__language_code=code, then=Value(place)) for place, code in enumerate(order)]
    if len(order) <= 2:
        return Case(*positions, output_field=IntegerField())
    translated = [
        When(Q(is_translation(), locale__language_code=code), then=Value(place + len(order)))
        for place, code in enumerate(order)
        if place
    ]
    return Case(*translated, *positions, output_field=IntegerField())


class PageQuerySet(WagtailPageQuerySet):
    def published(self):
        """What any reader may see: live and not behind a restriction."""
        return self.filter(~is_restricted(), live=True)

    def in_languages(self):
        """Pages in a language that the site has; those of one taken out of the settings have no address."""
        return self.filter(locale__language_code__in=dict(settings.LANGUAGES))

    def once_in(self, language):
        """Every object once: its published translation in `language`, or else the original.

        The language of each is at hand without another query.
        """
        rank = language_rank(language)
        better = (
            PageQuerySet(Page)
            .published()
            .in_languages()
            .alias(other_rank=rank)
            .filter(translation_key=OuterRef("translation_key"), other_rank__lt=OuterRef("own_rank"))
        )
        return (
            self.published()
            .in_languages()
            .alias(own_rank=rank)
            .filter(Q(locale__language_code=language) | ~Exists(better))
            .select_related("locale")
        )


PageManager = WagtailPageManager.from_queryset(PageQuerySet)
