"""How forms ask for a place: found by its name in any language, shown with its kind and with what it lies in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser

from core.labelled_admin import LabelledFilterForm
from taxonomy.models import Place, PlaceKind


class PlaceFilterForm(LabelledFilterForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("All kinds")), *PlaceKind.choices], required=False)

    def filter(self, objects):
        objects = super().filter(objects)
        kind = self.cleaned_data.get("kind")
        return objects.of(kind) if kind else objects


class PlaceColumnsMixin:
    filter_form_class = PlaceFilterForm

    @property
    def columns(self):
        return [*super().columns, *place_columns()]


class PlaceChooseView(PlaceColumnsMixin, ChooseView):
    """The modal with its search."""


class PlaceChooseResultsView(PlaceColumnsMixin, ChooseResultsView):
    """The list in the modal."""


class PlaceTitleMixin:
    """A chosen place is shown with what it lies in, since two may have the same name."""

    def get_display_title(self, instance):
        return title_of(instance)


class PlaceChosenView(PlaceTitleMixin, ChosenView):
    """Hands the chosen place to the form."""


class PlaceChosenMultipleView(PlaceTitleMixin, ChosenMultipleView):
    """Hands several chosen places to the form."""


class PlaceChooserBase(PlaceTitleMixin, BaseChooser):
    """The widget that shows the chosen place."""


class PlaceChooserViewSet(ChooserViewSet):
    """The chooser of every form field that is a foreign key to `Place`."""

    model = Place
    name = "place_chooser"
    url_prefix = "places/chooser"
    icon = "globe"
    choose_one_text = _("Choose a place")
    choose_another_text = _("Choose another place")
    edit_item_text = _("Edit this place")
    per_page = 20
    choose_view_class = PlaceChooseView
    choose_results_view_class = PlaceChooseResultsView
    chosen_view_class = PlaceChosenView
    chosen_multiple_view_class = PlaceChosenMultipleView
    base_widget_class = PlaceChooserBase

    def get_object_list(self):
        return Place.objects.with_way()


def place_columns():
    """What tells places with the same name apart."""
    return [
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("way", label=_("Lies in"), accessor=lambda place: _joined(place.way[1:])),
    ]


def title_of(place):
    """„Бяла, Варна“: the place, and the next larger one where there is such."""
    return _joined(place.way[:2])


def _joined(places):
    return ", ".join(str(place) for place in places)
