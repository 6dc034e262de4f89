"""Puts the report of mail into the admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from mailing.admin import uncertain, views

urlpatterns = [
    path("", views.ReportView.as_view(), name="report"),
    path("unlock/", views.unlock, name="unlock"),
    path("mailings/<int:pk>/<slug:action>/", views.steer, name="steer"),
    path("uncertain/<slug:decision>/", uncertain.decide, name="decide"),
]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return views.policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_urls")
def addresses():
    return [path("reports/mail/", include((urlpatterns, "mailing")))]


@hooks.register("register_reports_menu_item")
def menu_item():
    return ReportMenuItem(_("Mail"), reverse(views.REPORT), name="mail", icon_name="mail", order=1200)


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="mailing", content_type__model="mailing")
