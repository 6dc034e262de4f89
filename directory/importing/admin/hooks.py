"""What imports add to the admin besides their pages."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from directory.importing.batches import LOG_ACTION


@hooks.register("register_log_actions")
def import_action(actions):
    @actions.register_action(LOG_ACTION)
    class ImportFormatter(LogFormatter):
        label = pgettext_lazy("noun", "Import")

        def format_message(self, log_entry):
            return gettext("Imported from “%(source)s” (import %(run)s)") % log_entry.data


@hooks.register("register_permissions")
def import_permissions():
    shown = ["add_importrun", "view_importrun", "change_valuemapping"]
    return Permission.objects.filter(content_type__app_label="directory", codename__in=shown)


@hooks.register("insert_global_admin_css")
def import_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/imports.css"))
