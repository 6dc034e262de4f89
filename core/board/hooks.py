"""The translation board in the admin: its addresses and its menu item."""

from django.urls import include, path, register_converter, reverse
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.board.registry import Action
from core.board.views import PERMISSION, ActionView, BoardView


class ActionConverter(StringConverter):
    regex = "|".join(Action.values)


register_converter(ActionConverter, "board_action")


@hooks.register("register_admin_urls")
def board_urls():
    urls = [
        path("", BoardView.as_view(), name="index"),
        path("<slug:source>/<str:key>/<str:language>/<board_action:action>/", ActionView.as_view(), name="act"),
    ]
    return [path("translations/", include((urls, "translation_board"), namespace="translation_board"))]


class BoardMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_menu_item")
def board_menu_item():
    return BoardMenuItem(
        _("Translations"),
        reverse("translation_board:index"),
        name="translation-board",
        icon_name="wagtail-localize-language",
        order=150,
    )


@hooks.register("construct_reports_menu")
def drop_other_list(request, items):
    """wagtail-localize's own report of the same name: it knows neither what is missing nor what is out of date."""
    items[:] = [item for item in items if item.url != reverse("wagtail_localize:translations_report")]
