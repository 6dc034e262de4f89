"""What a page tells those whom the switcher led here because theirs is not translated."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from wagtail.models import Page

from core.languages.addresses import ORIGINAL
from core.languages.names import endonym, language_name
from core.querysets import PageQuerySet

LONGEST_NUMBER = 18


@dataclass(frozen=True)
class MissingTranslation:
    """The page that a reader came from: it is published, but not in the language of the page they are on."""

    title: str
    url: str
    language: str

    @property
    def endonym(self):
        """The language of the original in that language."""
        return endonym(self.language)

    @property
    def language_name(self):
        """The language of the original in the reader's."""
        return language_name(self.language)


def missing_translation(request, page):
    """The `MissingTranslation` that the address names, or None: also for whatever anybody makes up."""
    number = request.GET.get(ORIGINAL, "")
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        return None
    translated = (
        PageQuerySet(Page).published().filter(translation_key=OuterRef("translation_key"), locale=page.locale_id)
    )
    originals = PageQuerySet(Page).published().in_languages().exclude(locale=page.locale_id).select_related("locale")
    original = originals.filter(~Exists(translated), pk=int(number)).first()
    url = original and original.get_url(request)
    return MissingTranslation(original.title, url, original.locale.language_code) if url else None
