"""What the foundation adds to the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from core.languages import hooks as language_hooks  # noqa: F401
from core.overlay import hooks as overlay_hooks  # noqa: F401
from core.viewsets import SiteGroup


@hooks.register("insert_global_admin_css")
def per_language_style():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/per-language.css"))


@hooks.register("register_admin_viewset")
def site_group():
    return SiteGroup()
