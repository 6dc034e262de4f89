"""What every template may use: `site_settings` and `navigation` in the reader's language."""

from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from core.cache import remember
from core.selectors import navigation_for, site_settings_for


def site(request):
    language = get_language()
    return {
        "site_settings": SimpleLazyObject(lambda: site_settings_for(language)),
        "navigation": SimpleLazyObject(lambda: remember(f"navigation:{language}", lambda: navigation_for(language))),
    }
