"""What the foundation adds to the admin."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks

from core.admin_home import hooks as home_hooks  # noqa: F401
from core.board import hooks as board_hooks  # noqa: F401
from core.jobs import hooks as job_hooks  # noqa: F401
from core.languages import hooks as language_hooks  # noqa: F401
from core.overlay import hooks as overlay_hooks  # noqa: F401
from core.viewsets import SiteGroup

STYLES = ("per-language", "board", "club", "figures")


@hooks.register("insert_global_admin_css")
def styles():
    addresses = ((static(f"css/admin/{name}.css"),) for name in STYLES)
    return format_html_join("", '<link rel="stylesheet" href="{}">', addresses)


@hooks.register("register_admin_viewset")
def site_group():
    return SiteGroup()
