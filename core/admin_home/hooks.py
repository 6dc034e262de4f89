"""Puts our panels on the dashboard, among Wagtail's."""

from wagtail import hooks

from core.admin_home.panels import DraftsPanel, NoticesPanel, ScheduledPanel, TranslationsPanel


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    panels += [NoticesPanel(), DraftsPanel(), TranslationsPanel(), ScheduledPanel()]
