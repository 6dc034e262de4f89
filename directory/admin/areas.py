"""Pages of the menu "Directory" that are no listing of rows."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from directory.admin.duplicates import DuplicatesView, MergeView, NotSameView
from directory.admin.permissions import may
from directory.admin.waiting import PublishView, ReviewView, WaitingView


class EditorsMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "change")


class WaitingViewSet(ViewSet):
    name = "directory_waiting"
    url_prefix = "directory/waiting"
    menu_label = _("Waiting")
    icon = "clipboard-list"
    menu_item_class = EditorsMenuItem

    def get_urlpatterns(self):
        return [
            path("", WaitingView.as_view(), name="index"),
            path("<int:pk>/", ReviewView.as_view(), name="review"),
            path("<int:pk>/publish/<int:revision>/", PublishView.as_view(), name="publish"),
        ]


class DuplicatesViewSet(ViewSet):
    name = "directory_duplicates"
    url_prefix = "directory/duplicates"
    menu_label = _("Duplicates")
    icon = "copy"
    menu_item_class = EditorsMenuItem

    def get_urlpatterns(self):
        return [
            path("", DuplicatesView.as_view(), name="index"),
            path("merge/", MergeView.as_view(), name="merge"),
            path("not-the-same/", NotSameView.as_view(), name="not_same"),
        ]
