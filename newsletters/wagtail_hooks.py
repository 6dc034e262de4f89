from django.contrib.auth.models import Permission
from django.urls import path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from newsletters.admin import frozen  # noqa: F401 - registers itself
from newsletters.admin.checking import CheckMenuItem, to_checks
from newsletters.admin.issues import send_url
from newsletters.admin.permissions import may_send
from newsletters.admin.sending import SendView
from newsletters.admin.viewsets import NewslettersGroup
from newsletters.models import NewsletterPage


@hooks.register("register_admin_viewset")
def viewsets():
    return NewslettersGroup()


@hooks.register("register_admin_urls")
def addresses():
    return [path("newsletters/send/<uuid:key>/", SendView.as_view(), name="newsletters_send")]


@hooks.register("register_page_header_buttons")
def send_button(page, user, view_name, next_url=None):
    if page.specific_class is NewsletterPage and may_send(user):
        yield Button(_("Check and send"), send_url(page), icon_name="mail", priority=5)


@hooks.register("register_page_action_menu_item")
def check_item():
    return CheckMenuItem(order=5)


hooks.register("after_create_page", to_checks)
hooks.register("after_edit_page", to_checks)


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="newsletters", codename="send_issue")
