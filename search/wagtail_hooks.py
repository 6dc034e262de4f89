"""What the search adds to the admin."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.admin import report
from search.admin.choosers import findable_chooser
from search.admin.viewsets import SearchGroup

register_snippet(SearchGroup)

urlpatterns = [
    path("", report.QueryReportView.as_view(), name="index"),
    path("results/", report.QueryReportView.as_view(results_only=True), name="results"),
]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return report.policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_viewset")
def chooser():
    return findable_chooser


@hooks.register("register_admin_urls")
def addresses():
    return [path("reports/searches/", include((urlpatterns, "search_report")))]


@hooks.register("register_reports_menu_item")
def menu_item():
    return ReportMenuItem(_("Searches"), reverse(report.REPORT), name="searches", icon_name="search", order=1200)


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="search", content_type__model="querycount")


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/search.css"))
