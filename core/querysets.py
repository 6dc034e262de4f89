"""Named questions about pages in several languages."""

from django.conf import settings
from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from wagtail.models import PageManager as WagtailPageManager
from wagtail.query import PageQuerySet as WagtailPageQuerySet


def language_order(language):
    """The codes of all languages as a reader of `language` prefers them: own, source, then the rest."""
    return list(dict.fromkeys([language, settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)]))


def language_rank(language):
    """An expression: 0 for pages in the reader's language, more for those they would rather not get."""
    return Case(
        *(
            When(locale__language_code=code, then=Value(rank))
            for rank, code in enumerate(language_order(language))
        ),
        default=Value(len(settings.LANGUAGES)),
        output_field=IntegerField(),
    )


class PageQuerySet(WagtailPageQuerySet):
    def published(self):
        """What any reader may see: live and not behind a restriction."""
        return self.live().public()

    def once_in(self, language):
        """Every object once: its published translation in `language`, or else the original."""
        rank = language_rank(language)
        better = (
            self.model.objects.published()
            .annotate(other_rank=rank)
            .filter(translation_key=OuterRef("translation_key"), other_rank__lt=OuterRef("own_rank"))
            .order_by()
        )
        return self.published().annotate(own_rank=rank).filter(~Exists(better))


PageManager = WagtailPageManager.from_queryset(PageQuerySet)
