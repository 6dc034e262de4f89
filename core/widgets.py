"""Inputs of the admin that differ from Wagtail's."""

from wagtail.admin import widgets

from core.slugs import browser_rules


class SlugInput(widgets.SlugInput):
    """Proposes addresses by the official transliteration instead of Wagtail's tables."""

    def __init__(self, attrs=None, formatters=None, locale=None):
        super().__init__(attrs=attrs, formatters=[*(formatters or []), *browser_rules()], locale=locale)
