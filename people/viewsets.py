"""People in the admin: a listing, and the chooser that pages use."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from core.labelled_admin import LabelledFilterForm, LabelledIndexView, MissingLabelFilterSet, label_columns
from people.models import Person


class PersonFilterSet(MissingLabelFilterSet):
    class Meta:
        model = Person
        fields = []


class PersonIndexView(LabelledIndexView, IndexView):
    """Found by name in any language."""


class PersonChooseView(ChooseView):
    filter_form_class = LabelledFilterForm


class PersonChooseResultsView(ChooseResultsView):
    filter_form_class = LabelledFilterForm


class PersonChooserViewSet(SnippetChooserViewSet):
    choose_view_class = PersonChooseView
    choose_results_view_class = PersonChooseResultsView


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    menu_order = 230
    add_to_admin_menu = True
    index_view_class = PersonIndexView
    filterset_class = PersonFilterSet
    chooser_viewset_class = PersonChooserViewSet
    search_fields = ["search_text"]
    list_per_page = 50
    copy_view_enabled = False

    @property
    def list_display(self):
        return ["__str__", *label_columns(), Column("role", label=_("Role"))]
