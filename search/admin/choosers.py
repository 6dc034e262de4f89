"""How forms ask for anything that can be found: by the readers' own search, in the language of the admin."""

from django import forms
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.chooser import (
    CheckboxSelectColumn,
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser

from core.languages.names import language_name
from core.paging import CountedPaginator, page_number
from search.asked import Asked
from search.engines.base import EngineAway
from search.facets import value_label
from search.models import SearchDocument
from search.service import PAGE
from search.site import SiteSearch
from search.sources import sources


class FindableFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [(kind, source.label) for kind, source in sources().items()]
        self.fields["kind"].choices = [("", _("All kinds")), *kinds]


class FindableListMixin:
    """What is newest, or what a search finds."""

    filter_form_class = FindableFilterForm

    def get_results_page(self, request):
        asked = Asked.parse(request.GET, get_language())
        self.filter_form.is_searching, self.filter_form.search_query = bool(asked.text), asked.text
        number = page_number(request.GET.get("p")) or 1
        try:
            found = SiteSearch(asked, number) if asked.text else None
        except EngineAway:
            found = None
        if found is None:
            self.paginator = self.paginator_class(_newest(asked), per_page=self.per_page)
            return self.paginator.get_page(number)
        self.paginator = CountedPaginator([], PAGE, found.total)
        page = self.paginator.get_page(number)
        page.object_list = [hit.document for hit in found.hits]
        return page

    @property
    def columns(self):
        return [
            self.title_column,
            Column("kind", label=_("Kind"), accessor=lambda one: value_label("kind", one.kind, get_language())),
            Column("language", label=_("Language"), accessor=lambda one: language_name(one.text_language)),
        ]

    @property
    def title_column(self):
        if self.is_multiple_choice:
            return TitleColumn("title", label=_("Title"), accessor=str, label_prefix="chooser-modal-select")
        return TitleColumn(
            "title",
            label=_("Title"),
            accessor=str,
            get_url=lambda one: self.append_preserved_url_parameters(
                reverse(self.chosen_url_name, args=(quote(one.reference),))
            ),
            link_attrs={"data-chooser-modal-choice": True},
        )

    @property
    def checkbox_column(self):
        return CheckboxSelectColumn("select", label=_("Select"), width="1%", accessor="reference")


class FindableChooseView(FindableListMixin, ChooseView):
    """The modal with its search."""


class FindableChooseResultsView(FindableListMixin, ChooseResultsView):
    """The list in the modal."""


class FindableNamedMixin:
    """What is chosen is known by its reference, which holds in every language and while it isn't public."""

    def get_object_id(self, instance):
        return instance.reference

    def get_edit_item_url(self, instance):
        return None

    def get_object(self, reference):
        return _shown([reference]).get()

    def get_objects(self, references):
        return _shown(references)


class FindableChosenView(FindableNamedMixin, ChosenView):
    """Hands what was chosen to the form."""


class FindableChosenMultipleView(FindableNamedMixin, ChosenMultipleView):
    """Hands several to the form."""


class FindableChooserBase(BaseChooser):
    """The widget of a field that keeps a reference."""

    show_edit_link = False

    def get_value_data(self, value):
        if not value:
            return None
        document = _shown([value]).first()
        return {"id": value, "title": document.title if document else str(_("(not public at the moment)"))}


class FindableChooserViewSet(ChooserViewSet):
    model = SearchDocument
    name = "findable_chooser"
    url_prefix = "search/chooser"
    icon = "search"
    choose_one_text = _("Choose a page or profile")
    choose_another_text = _("Choose another one")
    register_widget = False
    choose_view_class = FindableChooseView
    choose_results_view_class = FindableChooseResultsView
    chosen_view_class = FindableChosenView
    chosen_multiple_view_class = FindableChosenMultipleView
    base_widget_class = FindableChooserBase


findable_chooser = FindableChooserViewSet()


def _newest(asked):
    documents = SearchDocument.objects.filter(site_language=asked.language, title__icontains=asked.text)
    if kinds := asked.chosen.get("kind"):
        documents = documents.filter(kind__in=kinds)
    return documents.order_by("-version", "pk").defer("streams", "text")


def _shown(references):
    """The documents of these references as readers of the admin's language are shown them."""
    return SearchDocument.objects.filter(site_language=get_language()).referred(references)
