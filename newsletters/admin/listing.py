"""The listings of lists and subscribers."""

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from core.labelled_admin import LabelledIndexView, label_columns
from core.languages.names import language_name
from newsletters.admin import permissions
from newsletters.forms import language_choices
from newsletters.models import MailingList, Subscriber, Subscription


class ListIndexView(LabelledIndexView):
    default_ordering = "order"

    def get_base_queryset(self):
        return MailingList.objects.with_counts()

    @property
    def columns(self):
        return [
            self._get_title_column("__str__"),
            *label_columns(),
            Column("confirmed", label=pgettext_lazy("subscriptions", "Confirmed"), sort_key="confirmed"),
            Column("unconfirmed", label=pgettext_lazy("subscriptions", "Unconfirmed")),
            BooleanColumn("is_public", label=_("Public")),
        ]


class SubscriberFilterSet(WagtailFilterSet):
    mailing_list = django_filters.ModelChoiceFilter(
        label=_("List"), queryset=lambda request: MailingList.objects.all(), method="filter_list", empty_label=_("All")
    )
    subscription = django_filters.ChoiceFilter(
        label=_("Subscription"), choices=Subscription.State.choices, method="filter_state", empty_label=_("All")
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=Subscriber.State.choices, empty_label=_("All"))
    language = django_filters.ChoiceFilter(label=_("Language"), choices=language_choices, empty_label=_("All"))

    class Meta:
        model = Subscriber
        fields = ["mailing_list", "subscription", "state", "language"]

    def filter_list(self, queryset, _name, mailing_list):
        """With a state chosen too, the subscription to this very list is in it."""
        return queryset.filter(pk__in=self._rows().values("subscriber"))

    filter_state = filter_list

    def _rows(self):
        rows = Subscription.objects.all()
        if mailing_list := self.form.cleaned_data.get("mailing_list"):
            rows = rows.filter(mailing_list=mailing_list)
        if state := self.form.cleaned_data.get("subscription"):
            rows = rows.filter(state=state)
        return rows


class SubscriberIndexView(generic.IndexView):
    """Found by address or name, in a fixed number of queries."""

    default_ordering = "-pk"

    def get_base_queryset(self):
        return Subscriber.objects.prefetch_related("subscriptions__mailing_list")

    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.is_searching else queryset

    @property
    def columns(self):
        return [
            self._get_title_column("email"),
            Column("first_name", label=_("First name")),
            Column("language", label=_("Language"), accessor=lambda one: language_name(one.language)),
            Column("lists", label=_("Subscriptions"), accessor=_said),
            StatusTagColumn(
                "state", label=_("State"), accessor="get_state_display", primary=lambda one: one.state == "active"
            ),
            DateColumn("created_at", label=_("Since"), sort_key="created_at"),
        ]

    @property
    def header_buttons(self):
        buttons = super().header_buttons
        if permissions.may_import(self.request.user):
            buttons.append(HeaderButton(_("Import"), url=permissions.import_url(), icon_name="upload"))
        return buttons

    @property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if permissions.may_export(self.request.user):
            url = f"{permissions.export_url()}?{self.request.GET.urlencode()}"
            buttons.append(HeaderButton(_("Export as CSV"), url=url, icon_name="download"))
        return buttons


def _said(subscriber):
    return ", ".join(f"{row.mailing_list} ({row.get_state_display()})" for row in subscriber.subscriptions.all())
