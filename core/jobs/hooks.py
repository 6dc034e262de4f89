"""Puts the report of background work into the admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.jobs import views

urlpatterns = [
    path("", views.ReportView.as_view(), name="report"),
    path("results/", views.ReportView.as_view(results_only=True), name="report_results"),
    path("<int:pk>/try-again/", views.try_again, name="try_again"),
    path("<int:pk>/remove/", views.remove, name="remove"),
]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return views.policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_urls")
def addresses():
    return [path("reports/background-work/", include((urlpatterns, "core_jobs")))]


@hooks.register("register_reports_menu_item")
def menu_item():
    return ReportMenuItem(
        _("Background work"), reverse(views.REPORT), name="background-work", icon_name="history", order=1300
    )


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="core", content_type__model="job")
