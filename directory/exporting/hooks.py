"""Where the full export is in the admin: among the reports, for those who may take it."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from directory.exporting.views import PERMISSION, export


@hooks.register("register_admin_urls")
def urls():
    return [path("directory/export/", export, name="directory_export")]


class ExportItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_reports_menu_item")
def menu_item():
    return ExportItem(_("Directory: full export"), reverse("directory_export"), icon_name="download", order=900)


@hooks.register("register_permissions")
def permissions():
    app, codename = PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
