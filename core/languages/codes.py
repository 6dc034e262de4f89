"""Which language a row of Wagtail's locales stands for, without asking the database each time."""

from wagtail.models import Locale

from core.cache import remember


def code_of(locale_id):
    """The language code of a locale, or None when there is no such row."""
    codes = remember("locales", lambda: dict(Locale.objects.values_list("pk", "language_code")))
    return codes.get(locale_id)
