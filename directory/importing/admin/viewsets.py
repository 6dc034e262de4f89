"""The addresses of the import pages."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from directory.importing.admin import views


class ActionConverter(StringConverter):
    regex = "rehearse|begin|resume|stop|undo|again"


register_converter(ActionConverter, "import_action")


class ImportMenuItem(MenuItem):
    def is_shown(self, request):
        return views.policy.user_has_any_permission(request.user, ["add", "change", "view"])


class ImportViewSet(ViewSet):
    name = "directory_imports"
    url_prefix = "directory/imports"
    menu_label = _("Imports")
    icon = "upload"
    menu_item_class = ImportMenuItem

    def get_urlpatterns(self):
        return [
            path("", views.IndexView.as_view(), name="index"),
            path("results/", views.IndexView.as_view(results_only=True), name="index_results"),
            path("add/", views.UploadView.as_view(), name="add"),
            path("<int:pk>/", views.RunView.as_view(), name="run"),
            path("<int:pk>/mapping/", views.MappingView.as_view(), name="mapping"),
            path("<int:pk>/report.json", views.ReportView.as_view(), name="report"),
            path("<int:pk>/<import_action:action>/", views.ActionView.as_view(), name="act"),
        ]
