"""The report of searches: popular ones, and those that found nothing or too little."""

from collections import OrderedDict
from datetime import timedelta
from urllib.parse import urlencode

import django_filters
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from core.languages.names import language_name
from core.spreadsheets import harmless
from search.models import Promotion, QueryCount, SynonymGroup

policy = ModelPermissionPolicy(QueryCount)
REPORT = "search_report:index"
DAYS = 30
FAILED, WEAK = "failed", "weak"
DETAIL = "search-detail"  # has no room on a phone
# What is shown of each, and by what it's ordered: {which: the sum that isn't nought}.
SUMS = {FAILED: "without", WEAK: "weakly"}


class QueryFilterSet(WagtailFilterSet):
    which = django_filters.ChoiceFilter(
        label=_("Searches"),
        choices=[(FAILED, _("that found nothing")), (WEAK, _("with weaker matches only"))],
        empty_label=_("all, popular first"),
        method="as_it_is",
    )
    days = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=[("7", _("7 days")), ("90", _("90 days")), ("365", _("a year"))],
        empty_label=_("30 days"),
        method="as_it_is",
    )
    language = django_filters.ChoiceFilter(
        label=_("Readers' language"), choices=lambda: settings.LANGUAGES, empty_label=_("All")
    )

    class Meta:
        model = QueryCount
        fields = []

    def as_it_is(self, queryset, _name, _value):
        """These two say nothing of a single row."""
        return queryset

    def filter_queryset(self, queryset):
        days = int(self.form.cleaned_data.get("days") or DAYS)
        since = timezone.localdate() - timedelta(days=days)
        return super().filter_queryset(queryset.filter(day__gt=since))


class WaysColumn(BaseColumn):
    """What an editor can do about a search, with its text in the form already."""

    cell_template_name = "search/admin/query_ways.html"

    def __init__(self, *args, ways, **kwargs):
        super().__init__(*args, **kwargs)
        self.ways = ways

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        given = {"phrases": instance["text"], "language": instance["language"]}
        context["ways"] = [(label, f"{url}?{urlencode(given)}") for label, url in self.ways]
        return context


class QueryReportView(ReportView):
    """Of queries whose text is kept; whoever may see it sees all of it."""

    model = QueryCount
    permission_policy = policy
    permission_required = "view"
    page_title = _("Searches")
    header_icon = "search"
    results_template_name = "search/admin/query_report_results.html"
    index_url_name = REPORT
    index_results_url_name = "search_report:results"
    filterset_class = QueryFilterSet
    no_results_message = _("No search was asked on three different days in this period.")
    export_filename = "searches"
    list_export = ["text", "language", "total", "on_days", "without", "weakly"]
    export_headings = {
        "text": _("Search"),
        "language": _("Language"),
        "total": _("Asked"),
        "on_days": _("Days"),
        "without": _("Found nothing"),
        "weakly": _("Weak only"),
    }

    @cached_property
    def which(self):
        """The sum that the report is about."""
        return SUMS.get(self.request.GET.get("which"), "total")

    @property
    def default_ordering(self):
        return f"-{self.which}"

    def get_filtered_queryset(self):
        rows = self.filter_queryset(QueryCount.objects.named()).summed()
        return self.order_queryset(rows.filter(**{f"{self.which}__gt": 0}))

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "text", "language")

    @property
    def columns(self):
        labels = self.export_headings
        return [
            TitleColumn(
                "text",
                label=labels["text"],
                accessor="text",
                get_url=_as_readers_ask,
                sort_key="text",
                width="34%",
                classname="title search-text",
            ),
            Column("language", label=labels["language"], accessor=_language, classname=DETAIL),
            Column("total", label=labels["total"], sort_key="total"),
            Column("on_days", label=labels["on_days"], sort_key="on_days", classname=DETAIL),
            Column("without", label=labels["without"], sort_key="without"),
            Column("weakly", label=labels["weakly"], sort_key="weakly", classname=DETAIL),
            WaysColumn("ways", label=_("What to do"), ways=self._ways()),
        ]

    def to_row_dict(self, item):
        return OrderedDict((name, _cell(item[name])) for name in self.list_export)

    def _ways(self):
        """[(label, address)] of what this user may add."""
        offered = ((_("Synonyms"), SynonymGroup), (_("Put results first"), Promotion))
        return [
            (label, reverse(model.snippet_viewset.get_url_name("add")))
            for label, model in offered
            if ModelPermissionPolicy(model).user_has_permission(self.request.user, "add")
        ]


def _language(row):
    return capfirst(language_name(row["language"]))


def _as_readers_ask(row):
    with override(row["language"]):
        return f"{reverse('search')}?{urlencode({'q': row['text']})}"


def _cell(value):
    return harmless(value) if isinstance(value, str) else value
