"""The admin's area "Directory"."""

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import EditView, SnippetViewSet, SnippetViewSetGroup

from core.labelled_admin import LabelledFilterForm
from core.viewsets import PerLanguageRowViewSet
from directory.admin.areas import DuplicatesViewSet, WaitingViewSet
from directory.admin.filters import ProfileFilterSet
from directory.admin.listing import ProfileIndexView
from directory.admin.panels import profile_panels
from directory.admin.state import StateView, state_buttons
from directory.importing.admin.values import ValueViewSet
from directory.importing.admin.viewsets import ImportViewSet
from directory.models import DirectoryIntroduction, Profile


class ProfileEditView(EditView):
    @cached_property
    def header_more_buttons(self):
        buttons = state_buttons(self.live_object, self.request.user, Profile.snippet_viewset.get_url_name("state"))
        return [*super().header_more_buttons, *buttons]


class ProfileChooseView(ChooseView):
    filter_form_class = LabelledFilterForm


class ProfileChooseResultsView(ChooseResultsView):
    filter_form_class = LabelledFilterForm


class ProfileChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ProfileChooseView
    choose_results_view_class = ProfileChooseResultsView


class ProfileViewSet(SnippetViewSet):
    model = Profile
    icon = "group"
    menu_label = _("Profiles")
    index_view_class = ProfileIndexView
    edit_view_class = ProfileEditView
    chooser_viewset_class = ProfileChooserViewSet
    filterset_class = ProfileFilterSet
    search_fields = ["search_text"]
    list_per_page = 50
    copy_view_enabled = False
    edit_handler = profile_panels()

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("<slug:action>/<int:pk>/now/", StateView.as_view(), name="state")]


class IntroductionViewSet(PerLanguageRowViewSet):
    model = DirectoryIntroduction
    name = url_prefix = "directory-introduction"
    menu_label = _("Introduction")
    icon = "doc-full"


class DirectoryGroup(SnippetViewSetGroup):
    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 151
    items = (ProfileViewSet, WaitingViewSet, DuplicatesViewSet, ImportViewSet, ValueViewSet, IntroductionViewSet)
