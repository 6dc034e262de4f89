"""The admin's area "Site": settings and navigation, one row a language."""

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn, UpdatedAtColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from core.models import Navigation, SiteSettings


class RowsIndexView(generic.IndexView):
    def get_base_queryset(self):
        """The rows of the languages that the site has, in the order of the settings."""
        codes = list(dict(settings.LANGUAGES))
        order = Case(*(When(language=code, then=Value(place)) for place, code in enumerate(codes)))
        return self.model.objects.filter(language__in=codes).order_by(order)


class PerLanguageRowViewSet(ModelViewSet):
    """Rows are changed, never added or deleted: each language has its one (see `PerLanguageRow.ensure_rows`)."""

    index_view_class = RowsIndexView
    copy_view_enabled = False

    def get_permissions_to_register(self):
        return Permission.objects.filter(content_type__app_label=self.app_label, codename=f"change_{self.model_name}")

    @property
    def list_display(self):
        return [TitleColumn("language", label=_("Language"), accessor=str), UpdatedAtColumn()]


class SiteSettingsViewSet(PerLanguageRowViewSet):
    model = SiteSettings
    name = url_prefix = "site-settings"
    menu_label = _("Settings")
    icon = "cog"


class NavigationViewSet(PerLanguageRowViewSet):
    model = Navigation
    name = url_prefix = "navigation"
    menu_label = _("Navigation")
    icon = "list-ul"


class SiteGroup(ModelViewSetGroup):
    menu_label = _("Site")
    menu_icon = "site"
    menu_order = 250
    items = (SiteSettingsViewSet, NavigationViewSet)
