"""Listings of rows that have a label per language: a column a language, search in all, a filter for what is missing."""

import django_filters
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic


class LabelledIndexView(generic.IndexView):
    """Finds rows by their labels in any language, capitals or not, on every database alike."""

    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.is_searching else queryset


class MissingLabelFilterSet(WagtailFilterSet):
    """Offers "without a label in …" for each language of the site."""

    missing = django_filters.ChoiceFilter(
        label=_("Without a text in"),
        choices=lambda: settings.LANGUAGES,
        empty_label=_("All"),
        method="filter_missing",
    )

    def filter_missing(self, queryset, _name, language):
        return queryset.missing(language)


class LabelledFilterForm(BaseFilterForm):
    """The search of a chooser: by label, in any language."""

    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects):
        query = self.cleaned_data.get("q", "")
        if query:
            self.is_searching, self.search_query = True, query
            objects = objects.matching(query)
        return objects


def label_columns():
    """A column for each language but the source one, whose label heads the row."""
    return [
        Column(
            f"label_{code}",
            label=name,
            accessor=lambda row, code=code: row.label_texts().get(code) or _("(missing)"),
        )
        for code, name in settings.LANGUAGES
        if code != settings.LANGUAGE_CODE
    ]
