"""The admin's area "Taxonomy"."""

import django_filters
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from core.labelled_admin import MissingLabelFilterSet
from taxonomy.models import Place, PlaceKind, Term, Topic, Vocabulary
from taxonomy.views import MergeView, PlaceIndexView, TermIndexView, TopicIndexView, autocomplete


class TopicFilterSet(MissingLabelFilterSet):
    class Meta:
        model = Topic
        fields = []


class TermFilterSet(MissingLabelFilterSet):
    vocabulary = django_filters.ChoiceFilter(label=_("Vocabulary"), choices=Vocabulary.choices, empty_label=_("All"))

    class Meta:
        model = Term
        fields = ["vocabulary"]


class PlaceFilterSet(MissingLabelFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=PlaceKind.choices, empty_label=_("All"))

    class Meta:
        model = Place
        fields = ["kind"]


class TopicViewSet(ModelViewSet):
    model = Topic
    name = url_prefix = "topics"
    menu_label = _("Topics")
    icon = "tag"
    index_view_class = TopicIndexView
    filterset_class = TopicFilterSet
    search_fields = ["search_text"]
    list_per_page = 50
    copy_view_enabled = False

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("merge/", self.construct_view(MergeView), name="merge"),
            path("autocomplete/", autocomplete, name="autocomplete"),
        ]


class TermViewSet(ModelViewSet):
    """The words are fixed: editors get the permission to change (labels and order), administrators the rest."""

    model = Term
    name = url_prefix = "terms"
    menu_label = _("Terms")
    icon = "list-ul"
    index_view_class = TermIndexView
    filterset_class = TermFilterSet
    search_fields = ["search_text"]
    list_per_page = 70
    copy_view_enabled = False


class PlaceViewSet(ModelViewSet):
    """The places are given: editors get the permission to change (labels and position), administrators the rest."""

    model = Place
    name = url_prefix = "places"
    menu_label = _("Places")
    icon = "globe"
    index_view_class = PlaceIndexView
    filterset_class = PlaceFilterSet
    search_fields = ["search_text"]
    list_per_page = 50
    copy_view_enabled = False


class TaxonomyGroup(ModelViewSetGroup):
    menu_label = _("Taxonomy")
    menu_icon = "tag"
    menu_order = 240
    items = (TopicViewSet, TermViewSet, PlaceViewSet)
